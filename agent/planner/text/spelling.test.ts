import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { COMMON_WORDS } from "../lexicon/common-words.ts";
import { SPELT_RIGHT } from "../lexicon/spelt-right.ts";
import { lexiconOf } from "../lexicon-cache.ts";
import { NAMES } from "../testing.ts";
import { correct, editDistance, Vocabulary } from "./spelling.ts";
import { tokenise } from "./tokenise.ts";

const { vocabulary } = lexiconOf(NAMES);
const corrected = (text: string) => correct(tokenise(text), vocabulary);
const read = (text: string) =>
  corrected(text)
    .tokens.map(({ word }) => word)
    .join(" ");
const corrections = (text: string) => corrected(text).corrections;

const letters = "abcdefghijklmnopqrstuvwxyz".split("");
const known = [...vocabulary.words].filter((word) => /^[a-z]{3,}$/.test(word));

/** One slip of the fingers: a letter left out, doubled, swapped with the next or replaced. */
const slips = fc
  .tuple(
    fc.constantFrom(...known.filter((word) => word.length > 3)),
    fc.nat(),
    fc.constantFrom(...letters),
  )
  .chain(([word, place, letter]) => {
    const at = place % (word.length - 1);
    const [a, b] = [word.slice(0, at), word.slice(at + 1)];
    return fc.constantFrom(
      `${a}${b}`,
      `${a}${word[at]}${word[at]}${b}`,
      `${a}${word[at + 1]}${word[at]}${b.slice(1)}`,
      `${a}${letter}${b}`,
    );
  });

test.each([
  ["how mnay SIMs are acitve", "how many sims are active"],
  ["suspnded SIMs per custmer", "suspended sims per customer"],
  ["SIMs in Itly", "sims in italy"],
  ["usgae of MediFrige", "usage of medifridge"],
])("%s", (typed, meant) => {
  expect(read(typed)).toBe(meant);
});

test("what was read differently is told, as it was typed", () => {
  expect(corrections("Usgae in Itly")).toEqual([
    { from: "Usgae", to: "usage" },
    { from: "Itly", to: "italy" },
  ]);
});

describe("leaves as they are", () => {
  it("all words that are spelt right", () => {
    for (const word of [...vocabulary.words, ...COMMON_WORDS, ...SPELT_RIGHT])
      expect(corrections(`the ${word}`), word).toEqual([]);
  });

  it("all names of the organisation", () => {
    const { customers, operators, ratePlans, tags, teams, rules, organizationName } = NAMES;
    for (const name of [customers, operators, ratePlans, tags, teams, rules].flat())
      expect(corrections(`usage of ${name}`), name).toEqual([]);
    expect(corrections(`usage of ${organizationName}`)).toEqual([]);
  });

  it("a name that is only near a word without a meaning", () => {
    const others = lexiconOf({ ...NAMES, organizationName: "Nimbus" }).vocabulary;
    const corrections = (text: string) => correct(tokenise(text), others).corrections;
    expect(corrections("usage of Helios")).toEqual([]);
    expect(corrections("usage of helios")).toEqual([{ from: "helios", to: "hello" }]);
  });

  it("numbers, addresses and quotations, whatever they are beside", () => {
    for (const text of ["1024", "8943010312345678901", "10.0.0.7", '"usgae"', "2026-03-01"])
      expect(corrections(text)).toEqual([]);
  });

  it("the parts of an identifier, misspelt or not", () => {
    fc.assert(
      fc.property(
        fc.array(slips, { minLength: 1, maxLength: 3 }),
        fc.constantFrom("-", "_"),
        fc.nat(9999),
        (parts, joint, number) => {
          expect(corrections(`usage of ${[...parts, number].join(joint)} today`)).toEqual([]);
          expect(corrections(`usage of ${number}${joint}${parts.join(joint)} today`)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

test("a slip becomes a known word that is near, or stays", () => {
  fc.assert(
    fc.property(slips, (typed) => {
      const [token] = tokenise(`the ${typed}`).slice(1);
      fc.pre(token?.word === typed);
      for (const { from, to } of corrections(`the ${typed}`)) {
        expect(vocabulary.knows(typed)).toBe(false);
        expect(from).toBe(typed);
        expect(vocabulary.knows(to)).toBe(true);
        const nearer = typed.endsWith("s") ? typed.slice(0, -1) : typed;
        const edits = Math.min(editDistance(typed, to, 3), editDistance(nearer, to, 3));
        expect(edits).toBeLessThanOrEqual(nearer.length >= 7 ? 2 : 1);
      }
    }),
    { numRuns: 500 },
  );
});

test("corrections keep the number of tokens and their places", () => {
  fc.assert(
    fc.property(fc.array(slips, { maxLength: 20 }), (words) => {
      const tokens = tokenise(words.join(" "));
      const after = correct(tokens, vocabulary).tokens;
      expect(after.map(({ word: _, ...place }) => place)).toEqual(
        tokens.map(({ word: _, ...place }) => place),
      );
    }),
  );
});

test("of two words equally near, neither is taken; one that only knows, never", () => {
  const words = new Vocabulary();
  for (const word of ["carts", "carps"]) words.add(word);
  words.know("meters");
  expect(words.nearest("carls")).toBeNull();
  expect(words.nearest("carrts")).toBe("carts");
  expect(words.nearest("metres")).toBeNull();
});

/** Insert, delete, replace, swap neighbours: by the definition. */
function distance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const swapped = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
  return Math.min(
    distance(a.slice(1), b) + 1,
    distance(a, b.slice(1)) + 1,
    distance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
    ...(swapped ? [distance(a.slice(2), b.slice(2)) + 1] : []),
  );
}

test("the distance is that of the definition, up to the limit", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 5 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 5 }), (a, b, limit) => {
      const expected = distance(a, b);
      const found = editDistance(a, b, limit);
      if (expected <= limit) expect(found).toBe(expected);
      else expect(found).toBeGreaterThan(limit);
    }),
    { numRuns: 300 },
  );
});
