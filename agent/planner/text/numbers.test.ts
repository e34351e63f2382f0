import fc from "fast-check";
import { expect, test } from "vitest";
import { fractionAt, NUMBER_WORDS, numberAt } from "./numbers.ts";

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** A number as it is said, with or without the British "and". */
function inWords(n: number, and: string): string {
  const joined = (head: string, rest: number) =>
    rest === 0 ? head : `${head}${rest < 100 ? and : " "}${inWords(rest, and)}`;
  const scaled = (size: number, word: string) =>
    joined(`${inWords(Math.floor(n / size), and)} ${word}`, n % size);
  if (n < 20) return SMALL[n] ?? "";
  if (n < 100) return `${TENS[Math.floor(n / 10)]}${n % 10 ? ` ${SMALL[n % 10]}` : ""}`;
  if (n < 1000) return scaled(100, "hundred");
  if (n < 1_000_000) return scaled(1000, "thousand");
  return scaled(1_000_000, "million");
}

/** Round and small numbers are as likely as long ones. */
const numbers = fc
  .tuple(fc.integer({ min: 0, max: 999 }), fc.constantFrom(1, 10, 1000, 1_000_000), fc.nat(999))
  .map(([head, size, rest]) => head * size + (rest < size ? rest : 0));
const joint = fc.constantFrom(" and ", " ");
const wordsOf = (text: string) => text.split(" ");

test("a number in words is that number, wherever it stands, and takes its own words only", () => {
  fc.assert(
    fc.property(numbers, joint, fc.nat(3), (n, and, before) => {
      const said = wordsOf(inWords(n, and));
      const words = [...Array<string>(before).fill("of"), ...said, "sims"];
      expect(numberAt(words, before)).toEqual({ value: n, length: said.length });
    }),
    { numRuns: 500 },
  );
});

test("the lower end of a range does not swallow the upper one", () => {
  const between = (low: string, high: string) =>
    wordsOf(`between ${low} and ${high} sims`).map((_, at, words) => numberAt(words, at));
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      fc.pre(a !== b);
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const said = inWords(low, " ");
      const length = wordsOf(said).length;
      const found = between(said, inWords(high, " "));
      expect(found[1]).toEqual({ value: low, length });
      expect(found[length + 2]?.value).toBe(high);
    }),
    { numRuns: 500 },
  );
  expect(between("a hundred and fifty", "two hundred")[1]).toEqual({ value: 150, length: 4 });
});

test("whatever stands there, a number is finite and of words that are there", () => {
  const word = fc.constantFrom(
    ...NUMBER_WORDS,
    ..."a an and of half couple pair quarter thirds 7 2.5 constructor sims".split(" "),
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 9 }), (words) => {
      for (const found of [numberAt(words, 0), fractionAt(words, 0)]) {
        if (!found) continue;
        expect(found.value).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(found.value)).toBe(true);
        expect(found.length).toBeGreaterThan(0);
        expect(found.length).toBeLessThanOrEqual(words.length);
      }
    }),
  );
});

test.each([
  ["2 thousand", 2000, 2],
  ["1.5 million bytes", 1_500_000, 2],
  ["hundred sims", 100, 1],
  ["a hundred and fifty", 150, 4],
  ["twenty one hundred", 2100, 3],
  ["two dozen", 24, 2],
  ["half a dozen", 6, 3],
  ["a couple of days", 2, 3],
  ["a couple of thousand sims", 2000, 4],
  ["half a million", 500_000, 3],
  ["two and a half thousand", 2500, 5],
  ["a hundred 5 g routers", 100, 2],
  ["ten and five", 10, 1],
  ["two thousand five million", 2000, 2],
  ["two thousand and five hundred", 2000, 2],
])("%s is %d", (said, value, length) => {
  expect(numberAt(wordsOf(said), 0)).toEqual({ value, length });
});

test.each(["half a minute", "a few", "hundreds", "sims", "and five", "constructor", ""])(
  "%j begins no number",
  (said) => {
    expect(numberAt(wordsOf(said), 0)).toBeNull();
  },
);

test("a share is said by its parts, and is never more than the whole", () => {
  const PARTS = { third: 3, quarter: 4, fifth: 5, tenth: 10 };
  for (const [word, parts] of Object.entries(PARTS))
    for (let n = 1; n <= 12; n++) {
      const said = [inWords(n, " "), n === 1 ? word : `${word}s`, "of"];
      const found = fractionAt(said, 0);
      if (n > parts) expect(found).toBeNull();
      else expect(found).toEqual({ value: expect.closeTo(n / parts, 12), length: 2 });
    }
  expect(fractionAt(["a", "quarter"], 0)).toEqual({ value: 0.25, length: 2 });
  expect(fractionAt(["half", "of"], 0)).toEqual({ value: 0.5, length: 1 });
  expect(fractionAt(["quarter", "of"], 0)).toBeNull(); // of a year
});
