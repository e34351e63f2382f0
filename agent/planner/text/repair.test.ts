import { expect, test } from "vitest";
import { repaired } from "./repair.ts";

test("what was taken back is left out, from the word that is said again", () => {
  expect(repaired("put all suspended... sorry, all inactive meters back to active")).toBe(
    "put all inactive meters back to active",
  );
  expect(repaired("how many SIMs in Denmark, no wait, in Portugal?")).toBe(
    "how many SIMs in Portugal?",
  );
});

test("one word takes the place of one word", () => {
  expect(repaired("SIMs seen in September, I mean October")).toBe("SIMs seen in October");
});

test("other apologies and explanations change nothing", () => {
  for (const text of [
    "sorry, how many SIMs are suspended?",
    "usage of meter-7, sorry to bother you again",
    "where is meter-7 - I mean which carrier is it on?",
  ])
    expect(repaired(text)).toBe(text);
});
