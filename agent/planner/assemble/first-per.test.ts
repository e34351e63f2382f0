import { expect, test } from "vitest";
import { ask, queryOf } from "../testing.ts";

test.each(["top consumer in each country", "biggest data user in each country"])(
  "%s: one SIM of each, not the total of each",
  (question) => {
    expect(queryOf(question)).toMatchObject({
      groupBy: [
        { member: "sim_usage.country" },
        { member: "sim_usage.iccid" },
        { member: "sims.label" },
      ],
      firstPer: { members: ["sim_usage.country"], limit: 1 },
    });
  },
);

test("three of each where so many are asked for; how many is asked where none are", () => {
  expect(queryOf("top 3 users of each customer last month").firstPer?.limit).toBe(3);
  expect(ask("biggest users of each customer in September")).toMatchObject({
    kind: "clarify",
    question: "How many of each: the first, or the first three?",
  });
});

test("one top consumer is one, top consumers are all in their order", () => {
  expect(queryOf("top consumer last week").limit).toBe(1);
  expect(queryOf("top consumers last week").limit).toBeUndefined();
});

test.each([
  "highest usage day per customer in September",
  "busiest day of each customer by rejects",
])("%s: a day of each", (question) => {
  expect(queryOf(question).firstPer).toMatchObject({ limit: 1 });
  expect(queryOf(question).firstPer?.members).toEqual(["sims.customer"]);
});
