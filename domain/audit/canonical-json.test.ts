import fc from "fast-check";
import { expect, test } from "vitest";
import { database } from "#db/database.ts";
import { storable } from "#db/storable.ts";
import { canonicalJson } from "./canonical-json.ts";

test("a value reads back from jsonb in the form in which it was written, whatever is in it", async () => {
  const { sql } = await database();
  const anything = fc.jsonValue({ maxDepth: 4, depthSize: "medium" });
  const hostile = fc.dictionary(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }));
  const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }));
  const halves = fc.array(fc.integer({ min: 0, max: 0xffff }).map((n) => String.fromCharCode(n)));
  await fc.assert(
    fc.asyncProperty(fc.oneof(anything, hostile, numbers, halves), async (value) => {
      const text = storable(value);
      const [row] = await sql`select ${text}::text::jsonb::text as text`;
      expect(canonicalJson(row?.text)).toBe(canonicalJson(text));
    }),
    { numRuns: 400 },
  );
});

test.each([
  ["1e+21", "1000000000000000000000"],
  ["1.5e-7", "0.00000015"],
  ["-2.50E1", "-25.0"],
  ["-1.25e1", "-12.5"],
  ["0.1", "0.1"],
  ['{"b":1,"a":{"__proto__":[]}}', '{"a":{"__proto__":[]},"b":1}'],
  ['"\\u00e9"', '"é"'],
])("%s is %s", (text, canonical) => {
  expect(canonicalJson(text)).toBe(canonical);
});

test("a key that ends in a quote is not taken for one that ends in a backslash, nor a line's end for an n", () => {
  const [before, after] = ['{"a":1,"x\\\\":2,"y\\\\n":3}', '{"a":1,"x\\"":2,"y\\n":3}'];
  expect(canonicalJson(before)).toBe(before);
  expect(canonicalJson(after)).toBe(after);
});

test("numbers that are one and the same to JavaScript are told apart", () => {
  expect(canonicalJson("9007199254740993")).not.toBe(canonicalJson("9007199254740992"));
});
