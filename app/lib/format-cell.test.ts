import { expect, test } from "vitest";
import type { Column, ColumnKind } from "#query/answer.ts";
import { compareCells, formatCell } from "./format-cell.ts";

const NOW = new Date("2026-10-22T12:00:00Z");
const column = (kind: ColumnKind, unit?: string): Column => ({
  name: "value",
  label: "Value",
  kind,
  isMeasure: false,
  ...(unit ? { unit } : {}),
});
const read = (value: unknown, of: Column) => formatCell(value, of, NOW, "en-GB").text;

test("no value is a dash, never an empty cell or the word null", () => {
  for (const value of [null, undefined, ""]) expect(read(value, column("text"))).toBe("–");
});

test("each kind is read in its own way", () => {
  expect(read(1024 ** 3, column("bytes"))).toBe("1.00 GB");
  expect(read(12, column("percent"))).toBe("12 %");
  expect(read(true, column("boolean"))).toBe("yes");
  expect(read(["a", "b"], column("list"))).toBe("a, b");
  expect(read({ a: 1 }, column("json"))).toBe('{"a":1}');
  expect(read("2026-10-01", column("day", "month"))).toBe("Oct 2026");
  expect(read(3, column("number", "messages"))).toBe("3 messages");
});

test("numbers beyond 2^53 arrive as text and are still quantities", () => {
  expect(read("9007199254740993", column("bytes"))).toBe("8192 TB");
});

test("sorting puts what has no value last in both directions", () => {
  const values = [null, 3, 10, 2];
  const sorted = (direction: "asc" | "desc") =>
    values.toSorted((a, b) => compareCells(a, b, direction));
  expect(sorted("asc")).toEqual([2, 3, 10, null]);
  expect(sorted("desc")).toEqual([10, 3, 2, null]);
});
