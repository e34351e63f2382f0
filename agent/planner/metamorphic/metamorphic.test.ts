import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import type { Query } from "#query/query.ts";
import { mostUrgentFirst } from "../assemble/most-urgent-first.ts";
import { queryOf } from "../testing.ts";
import { differences, isNegation, meaningOf } from "./differences.ts";
import { NOT_YET } from "./not-yet.ts";
import { SAMES, together } from "./sames.ts";
import { SEEDS, wholeOf } from "./seeds.ts";
import { FOLLOW_UPS, NEGATIONS, SWAPS } from "./swaps.ts";

/** `it`, or `it.fails` for what the planner does not hold yet. */
const holds = (said: string) => (NOT_YET.has(said) ? it.fails : it);
/** Without the order that nobody asked for: it goes with the bound. */
function inNoOrder(query: Query): Query {
  const { orderBy: _, ...rest } = query;
  return isDeepStrictEqual(mostUrgentFirst(rest), query) ? rest : query;
}

const QUESTIONS = SEEDS.map(wholeOf);

it("every seed has a query", () => {
  for (const question of QUESTIONS) expect(queryOf(question), question).toBeDefined();
});

describe.each(SAMES)("%s leaves the query as it is", (_, rewrite) => {
  const pairs = SEEDS.flatMap((seed) => {
    const said = rewrite(seed);
    return said === null ? [] : [[said, wholeOf(seed)] as const];
  });
  for (const [said, plain] of pairs)
    holds(said)(said, () => {
      expect(meaningOf(queryOf(said))).toEqual(meaningOf(queryOf(plain)));
    });
});

describe("several of them leave it as it is, too", () => {
  for (const [turn, seed] of [...SEEDS, ...SEEDS, ...SEEDS].entries()) {
    const said = together(seed, turn);
    holds(said)(said, () => {
      expect(meaningOf(queryOf(said))).toEqual(meaningOf(queryOf(wholeOf(seed))));
    });
  }
});

describe.each(SWAPS)("“$to” for “$from” changes that alone", ({ from, to, changes }) => {
  const pattern = new RegExp(`\\b${from}(?!\\w)`);
  const pairs = QUESTIONS.filter((question) => pattern.test(question)).map(
    (question) => [question.replace(pattern, to), question] as const,
  );
  for (const [other, question] of pairs)
    holds(other)(other, () => {
      expect(differences(inNoOrder(queryOf(question)), inNoOrder(queryOf(other)))).toEqual(changes);
    });
  it("is asked of a seed", () => {
    expect(pairs.length).toBeGreaterThan(0);
  });
});

describe("a negation turns its condition and nothing else", () => {
  for (const [question, negated, how] of NEGATIONS)
    holds(negated)(`${question} / ${negated}`, () => {
      const [one, other] = [queryOf(question), queryOf(negated)];
      if (how === "not") expect(isNegation(one, other), JSON.stringify(other.where)).toBe(true);
      else expect(differences(inNoOrder(one), inNoOrder(other))).toEqual([how]);
    });
});

describe.each(FOLLOW_UPS)("“%s” → “%s” in a follow-up: %s", (from, to, said) => {
  for (const question of QUESTIONS.filter((each) => each.includes(from)))
    holds(`${question} → ${said}`)(`${question} → ${said}`, () => {
      const whole = queryOf(question.replace(from, to));
      expect(meaningOf(queryOf(said, question))).toEqual(meaningOf(whole));
    });
});
