import { expect, test } from "vitest";
import type { Column } from "#query/answer.ts";
import { MAX_BARS, MAX_SERIES, niceTicks, pictureOf } from "./chart-data.ts";

const COLUMNS: Column[] = [
  { name: "day", label: "Day", kind: "day", isMeasure: false },
  { name: "country", label: "Country", kind: "text", isMeasure: false },
  { name: "total", label: "Data used", kind: "bytes", isMeasure: true },
];

test("a series column becomes one line per value, the largest first, gaps as null-less holes", () => {
  const picture = pictureOf(
    {
      columns: COLUMNS,
      rows: [
        { day: "2026-10-01", country: "DE", total: 1 },
        { day: "2026-10-01", country: "FR", total: 5 },
        { day: "2026-10-02", country: "DE", total: 2 },
      ],
    },
    { kind: "line", x: "day", y: ["total"], series: "country" },
  );
  expect(picture?.series.map(({ key }) => key)).toEqual(["FR", "DE"]);
  expect(picture?.points).toEqual([
    { x: "2026-10-01", values: { DE: 1, FR: 5 } },
    { x: "2026-10-02", values: { DE: 2 } },
  ]);
});

test("what cannot be told apart is left out of the picture, and counted", () => {
  const rows = Array.from({ length: 20 }, (_, index) => ({
    day: "2026-10-01",
    country: `C${index}`,
    total: 100 - index,
  }));
  const lines = pictureOf(
    { columns: COLUMNS, rows },
    { kind: "line", x: "day", y: ["total"], series: "country" },
  );
  expect(lines?.series).toHaveLength(MAX_SERIES);
  expect(lines?.hidden.series).toBe(20 - MAX_SERIES);
  const bars = pictureOf({ columns: COLUMNS, rows }, { kind: "bar", x: "country", y: ["total"] });
  expect(bars?.hidden.points).toBe(20 - MAX_BARS);
});

test("a chart of columns that are not there is no picture", () => {
  const chart = { kind: "line", x: "week", y: ["total"] } as const;
  expect(pictureOf({ columns: COLUMNS, rows: [{ total: 1 }] }, chart)).toBeNull();
});

test("ticks are round, begin at zero and reach over the highest value", () => {
  expect(niceTicks(0, 220, false)).toEqual([0, 50, 100, 150, 200, 250]);
  const gigabyte = 1024 ** 3;
  expect(niceTicks(0, 3.7 * gigabyte, true).map((tick) => tick / gigabyte)).toEqual([
    0, 1, 2, 3, 4,
  ]);
  expect(niceTicks(-5, 5, false)[0]).toBeLessThanOrEqual(-5);
  expect(niceTicks(0, 0, false)).toEqual([0, 1]);
});
