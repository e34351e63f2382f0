import { expect, it } from "vitest";
import { Case } from "./cases.ts";
import type { Verdict } from "./judge.ts";
import { scoreOf, wilson } from "./score.ts";
import { combine, isHollow, type Run, tellingRun } from "./verdicts.ts";

const NO_REPLY: Run["reply"] = {
  outcome: "clarify",
  rows: [],
  count: 0,
  columns: [],
  interpretation: "",
  text: "",
  sql: null,
  ms: 1,
  tokens: null,
};
const caseOf = (id: string) => Case.parse({ id, question: id, expect: "answer" });
const run = (id: string, seed: number, verdict: Verdict): Run => ({
  case: caseOf(id),
  reply: NO_REPLY,
  verdict,
  why: "",
  gold: [],
  seed,
});

const COMBINED = combine(
  "file",
  ["lucky", "unsure", "both", "good", "one fleet", "none"].map(caseOf),
  [
    run("lucky", 7, "right"),
    run("lucky", 11, "wrong"),
    run("unsure", 7, "asked back"),
    run("unsure", 11, "right"),
    run("both", 7, "asked back"),
    run("both", 11, "wrong"),
    run("good", 7, "right"),
    run("good", 11, "right"),
    run("one fleet", 11, "right"),
  ],
);

it("a case is right only where it is right on every fleet that has data for it", () => {
  const verdicts = COMBINED.results.map((one) => [one.case.id, one.verdict]);
  expect(Object.fromEntries(verdicts)).toEqual({
    lucky: "wrong",
    unsure: "asked back",
    both: "wrong",
    good: "right",
    "one fleet": "right",
  });
  expect(COMBINED.unasked).toEqual(["none"]);
});

it("the run that is shown is the first that was not right", () => {
  expect(COMBINED.results.map((one) => tellingRun(one)?.seed)).toEqual([11, 7, 7, 7, 11]);
});

it("shares have Wilson's bounds, within nought and a hundred", () => {
  expect(scoreOf(COMBINED.results)).toMatchObject({ cases: 5, right: { count: 2, percent: 40 } });
  const { low, high } = wilson(8, 10);
  expect([low, high].map(Math.round)).toEqual([49, 94]);
  expect(wilson(0, 160).low).toBe(0);
  expect(wilson(160, 160).high).toBe(100);
});

it("a case that finds nothing on any fleet is hollow", () => {
  const [first, second] = [run("x", 7, "right"), run("x", 11, "right")];
  const result = { file: "file", case: caseOf("x"), verdict: "right" as const };
  expect(isHollow({ ...result, runs: [first, second] })).toBe(true);
  expect(isHollow({ ...result, runs: [first, { ...second, gold: [{ n: 1 }] }] })).toBe(false);
});
