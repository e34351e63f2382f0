import { expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

it.each([
  ["median number of tickets per week since July", "median", "week"],
  ["highest number of tickets per day last month", "max", "day"],
  ["maximum rejects per hour yesterday", "max", "hour"],
] as const)("%s: one figure over all of them", (question, agg, grain) => {
  const { measures, groupBy } = queryOf(question);
  expect(groupBy).toBeUndefined();
  expect(measures?.[0]?.measure).toMatchObject({ agg, over: { by: [{ grain }] } });
});

it("needs a period, as what is quiet counts too", () => {
  expect(ask("median tickets per week").kind).toBe("clarify");
});
