import { expect, test } from "vitest";
import { ask, queryOf } from "../testing.ts";

test.each([
  [
    "90th percentile of the September volume per SIM. a card that moved nothing counts as 0",
    "90th percentile of the September volume per SIM",
  ],
  [
    "average usage per fridge last week, those without traffic count as zero",
    "average usage per fridge last week",
  ],
  [
    "average daily usage in September (days with no traffic are taken as zero)",
    "average daily usage in September",
  ],
])("%s", (question, plain) => {
  expect(queryOf(question)).toEqual(queryOf(plain));
});

test("days without rows are shown", () => {
  expect(queryOf("alerts per day last week, days without alerts as zero").fillGaps).toBe(true);
});

test("a bound at zero is no such clause", () => {
  expect(ask("how many SIMs have a quota of 0").kind).toBe("clarify");
});

test("a zero for what is quiet fills the days", () => {
  const query = queryOf("rejects day by day from 5 to 18 October, with a 0 for quiet days");
  expect(query.fillGaps).toBe(true);
});
