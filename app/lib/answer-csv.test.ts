import { expect, test } from "vitest";
import type { Column } from "#query/answer.ts";
import { csvOf } from "./answer-csv.ts";

const COLUMNS: Column[] = [
  { name: "iccid", label: "ICCID", kind: "iccid", isMeasure: false },
  { name: "label", label: "Device", kind: "text", isMeasure: false },
  { name: "total", label: "Data used", kind: "bytes", isMeasure: true },
];

test("values are exact, ICCIDs plain, quotes doubled", () => {
  const rows = [{ iccid: "8988228066612345678", label: 'a "b", c', total: 1_331_439_861 }];
  expect(csvOf(COLUMNS, rows)).toBe(
    'iccid,label,total\r\n8988228066612345678,"a ""b"", c",1331439861\r\n',
  );
});

test("no cell can start a formula; negative numbers stay numbers", () => {
  const rows = [{ iccid: "@SUM(A1)", label: "=cmd|' /C calc'!A0", total: -5 }];
  expect(csvOf(COLUMNS, rows).split("\r\n")[1]).toBe(`"'@SUM(A1)","'=cmd|' /C calc'!A0",-5`);
});
