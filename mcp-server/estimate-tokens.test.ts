import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { expect, it } from "vitest";
import { estimateTokens } from "./estimate-tokens.ts";

const repeated = (length: number, at: (index: number) => number) =>
  Array.from({ length }, (_, index) => String.fromCodePoint(at(index))).join("");
/** Without a pattern, the same each time. */
const scrambled = (index: number) => (((index * 2_654_435_761) >>> 7) * 40_503) >>> 9;

it.each([
  ["small letters", repeated(4_000, (index) => 97 + (scrambled(index) % 26))],
  ["printable characters", repeated(4_000, (index) => 33 + (scrambled(index) % 94))],
  ["punctuation", repeated(4_000, (index) => 33 + (scrambled(index) % 15))],
  ["figures", repeated(4_000, (index) => 48 + (scrambled(index) % 10))],
  ["rare Chinese characters", repeated(2_000, (index) => 0x3400 + (scrambled(index) % 6_000))],
  ["hieroglyphs", repeated(2_000, (index) => 0x13000 + (scrambled(index) % 1_000))],
  ["hexadecimal", repeated(4_000, (index) => "0123456789abcdef".charCodeAt(scrambled(index) % 16))],
])("a text of %s is not taken for shorter than a model finds it", (_, text) => {
  expect(estimateTokens(text)).toBeGreaterThan(encode(text).length * 0.94);
});

it("an answer as ours are is taken for at most a third longer", () => {
  const sims = Array.from({ length: 60 }, (_, index) => ({
    iccid: `89882806660000${10_000 + index}`,
    label: `water-meter-${index}`,
    customer: "Aurora Utilities",
    status: "active",
    last_seen_at: "2026-10-21T09:12:44.000Z",
    usage_30d_bytes: 12_345_678 + index * 997,
  }));
  const text = JSON.stringify({ sims });
  expect(estimateTokens(text)).toBeLessThan(encode(text).length * 1.33);
  expect(estimateTokens(text)).toBeGreaterThan(encode(text).length * 0.94);
});
