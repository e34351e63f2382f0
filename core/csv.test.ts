import { text } from "node:stream/consumers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvStream, csvText, safeCell } from "./csv.ts";

test.each([
  ["=1+1", "'=1+1"],
  ["+49 151", "'+49 151"],
  ["-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t'=1"],
  ["a;=1", "a;'=1"],
  ["-12.5", "-12.5"],
  ["+491511234567", "+491511234567"],
  ["8988228066680005433", "8988228066680005433"],
  ["plain", "plain"],
])("the cell %j is written as %j", (cell, safe) => {
  expect(safeCell(cell)).toBe(safe);
});

test("a table is quoted where it must be, and a stream of rows is the same text", async () => {
  const rows = [
    ["a,b", 'say "x"', "two\nlines"],
    [null, undefined, 5],
    [new Date(0), { a: 1 }, true],
  ];
  const expected =
    '=h,x,y\n"a,b","say ""x""","two\nlines"\n,,5\n1970-01-01T00:00:00.000Z,"{""a"":1}",true\n'.replace(
      "=h",
      '"\'=h"',
    );
  expect(csvText(["=h", "x", "y"], rows)).toBe(expected);
  expect(await text(csvStream(["=h", "x", "y"], rows))).toBe(expected);
});

test("a failure of the rows reaches the reader of the stream", async () => {
  async function* failing() {
    yield ["a"];
    throw new Error("lost");
  }
  await expect(text(csvStream(["x"], failing()))).rejects.toThrow("lost");
});

test("no cell ever begins like a formula", () => {
  fc.assert(
    fc.property(fc.string(), (cell) => {
      const safe = safeCell(cell);
      expect(/^[=@\t\r\n]/.test(safe) || (/^[+-]/.test(safe) && Number.isNaN(Number(safe)))).toBe(
        false,
      );
    }),
  );
});
