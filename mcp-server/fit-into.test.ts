import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { expect, it } from "vitest";
import { fitInto } from "./fit-into.ts";

const rows = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ iccid: `8988280666${n}`, label: "x".repeat(40) }));

it("what fits stays as it is, and instants become text", () => {
  const at = new Date("2026-11-01T00:00:00Z");
  expect(fitInto({ at, rows: rows(2), none: null }, 10_000)).toEqual({
    value: { at: "2026-11-01T00:00:00.000Z", rows: rows(2), none: null },
    cut: null,
  });
});

it("a list that is too long is cut, and the longest one is told", () => {
  const { value, cut } = fitInto({ of: { rows: rows(5_000), few: rows(60) } }, 3_000);
  expect(encode(JSON.stringify(value)).length).toBeLessThanOrEqual(3_000);
  expect(cut).toMatchObject({ path: "of.rows", of: 5_000 });
  expect((value as { of: { rows: unknown[] } }).of.rows).toHaveLength(cut?.shown ?? -1);
});

it("texts are shortened where cutting lists is not enough, without half a character", () => {
  const { value } = fitInto({ texts: ["😀".repeat(30_000), "second"], n: 1 }, 3_000);
  const text = JSON.stringify(value);
  expect(encode(text).length).toBeLessThanOrEqual(3_000);
  expect(text.isWellFormed()).toBe(true);
  expect(value.n).toBe(1);
});

it("a row of very many columns loses some rather than failing", () => {
  const row = Object.fromEntries(
    Array.from({ length: 500 }, (_, n) => [`column_${n}`, "龘".repeat(99)]),
  );
  const { value } = fitInto({ rows: [row], more: 1 }, 250);
  expect(value).toMatchObject({ rows: [{ column_0: `${"龘".repeat(10)}…` }] });
});
