import { expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

it.each([
  "top 3 customers per month by usage this year",
  "which customer used the most data each month",
])("%s: the first of each month", (question) => {
  expect(queryOf(question).firstPer?.members).toEqual(["sim_usage_daily.day"]);
});

it.each([
  "usage of the top 3 customers by month",
  "daily usage of the 10 heaviest SIMs last week",
  "the busiest day of each week",
])("%s: no query follows the leaders of all", (question) => {
  expect(ask(question).kind).toBe("clarify");
});

it("an average per day is no split", () => {
  expect(queryOf("top 10 SIMs by average daily usage last month").limit).toBe(10);
});
