import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { fold, MAX_TOKENS, singular, type Token, tokenise } from "./tokenise.ts";

const said = (text: string) => tokenise(text).map(({ word }) => word);
const kinds = (text: string) => tokenise(text).map(({ kind }) => kind);

const PIECES =
  "SIMs I'm can't what's NB-IoT 500MB 3.5 1,024 89430103123456789 10.0.0.7 2026-03-01 3/4/2026 07:45 per cent two G w/o b4 i.e. max. Zürich Łódź naïve >= ≠ — € % … ! ? , ( ] \" ' “cold chain” 'x y' _ - # 🙂 constructor".split(
    " ",
  );
const texts = fc.oneof(
  fc
    .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(" ", "  ", "", "\n")))
    .map((pairs) => pairs.flat().join("")),
  fc.string({ unit: "grapheme" }),
);

describe("of any text", () => {
  it("keeps each token's place, in order", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let before: Token | undefined;
        for (const token of tokenise(text)) {
          const there = text.slice(token.start, token.end).replace(/\s+/g, " ");
          expect(token.raw.replace(/\s+/g, " ")).toBe(there);
          const isSame = before?.start === token.start && before.end === token.end;
          if (before && !isSame) expect(token.start).toBeGreaterThanOrEqual(before.end);
          before = token;
        }
      }),
      { numRuns: 500 },
    );
  });

  it("leaves out no letter and no digit", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const tokens = tokenise(text);
        fc.pre(tokens.length < MAX_TOKENS);
        for (const { index } of text.matchAll(/\p{L}|\d/gu))
          expect(tokens.some(({ start, end }) => start <= index && index < end)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("makes words of small letters without accents, and few of them", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const tokens = tokenise(text);
        expect(tokens.length).toBeLessThanOrEqual(MAX_TOKENS);
        for (const { word, kind } of tokens) if (kind === "word") expect(fold(word)).toBe(word);
      }),
    );
  });
});

it("stops at a number of tokens that no question has", () => {
  expect(tokenise("a ".repeat(5000))).toHaveLength(MAX_TOKENS);
});

test.each([
  ["NB-IoT", ["nb", "iot"], [false, true]],
  ["500MB", ["500", "mb"], [false, true]],
  ["500 MB", ["500", "mb"], [false, false]],
  ["a -b", ["a", "-", "b"], [false, false, true]],
  ["a - b", ["a", "-", "b"], [false, false, false]],
])("%j is one thing where its parts touch", (text, words, glued) => {
  expect(said(text)).toEqual(words);
  expect(tokenise(text).map((token) => token.glued)).toEqual(glued);
});

test.each([
  ["what's", "what is"],
  ["Novella's", "novella"],
  ["can't", "can not"],
  ["hasn’t", "has not"],
  ["they've", "they have"],
  ["dont", "do not"],
  ["40 per cent", "40 percent"],
  ["two G", "2 g"],
  ["w/o", "without"],
  ["Zürich Łódź Straße", "zurich lodz strasse"],
  ["1,024", "1024"],
])("%s is %s", (text, words) => {
  expect(said(text).join(" ")).toBe(words);
});

test("short for a word is read so only by itself, not within a name", () => {
  expect(said("msg u")).toEqual(["message", "you"]);
  expect(said("hub-u")).toEqual(["hub", "u"]);
});

test.each([
  ["1,024.5", "number"],
  ["07:45", "number"],
  ["2026-03-01", "number"],
  ["3/4/2026", "number"],
  ["89430103", "digits"],
  ["10.20.0.7", "address"],
  ['"cold chain"', "quote"],
  ["“cold chain”", "quote"],
  ["'cold chain'", "quote"],
  ["!?", "break"],
  [">=", "symbol"],
])("%s is one token, a %s", (text, kind) => {
  expect(kinds(text)).toEqual([kind]);
});

test("a quotation keeps its capitals, and an apostrophe opens none", () => {
  expect(said('"Cold Chain"')).toEqual(["Cold Chain"]);
  expect(kinds("customers' SIMs and drivers' SIMs")).not.toContain("quote");
});

test("a full stop ends a thought, but not after an abbreviation or within a number", () => {
  expect(kinds("Stop. Go")).toContain("break");
  for (const text of ["max. 5", "approx. 5", "2.5", "i.e. five"])
    expect(kinds(text)).not.toContain("break");
});

test("the dash of a range is no break between two thoughts", () => {
  expect(kinds("3 - 9 May")).not.toContain("break");
  expect(kinds("alerts - open ones")).toContain("break");
});

test("a plural is known by its word, and other words that end in s stay", () => {
  expect(["sims", "batteries", "boxes", "switches", "alerts"].map(singular)).toEqual([
    "sim",
    "battery",
    "box",
    "switch",
    "alert",
  ]);
  for (const word of ["status", "access", "less", "gps", "bus"]) expect(singular(word)).toBe(word);
});
