import { expect, test } from "vitest";
import { queryOf } from "../testing.ts";

const ofType = (value: string) => ({ member: "connection_events.type", op: "eq", value });

test.each([
  "rejects per 100 attaches for each operator in September",
  "which operators had the most rejects per 100 attaches in September",
])("%s: two kinds of the same rows", (question) => {
  const { measures, groupBy, where } = queryOf(question);
  expect(measures?.[0]?.measure).toEqual({
    op: "rate",
    times: 100,
    a: { agg: "count", where: ofType("reject") },
    b: { agg: "count", where: ofType("attach") },
  });
  expect(groupBy).toEqual([{ member: "connection_events.operator" }]);
  expect(where).toMatchObject({ time: "connection_events.occurred_at" });
});

test("so many SIMs are counted by themselves", () => {
  expect(queryOf("tickets per 100 SIMs by customer").from).toBe("sims");
});

test.each([
  ["operator with most rejects per SIM", "sims.operator"],
  ["which customer has the most tickets per SIM", "sims.customer"],
  ["tickets per SIM by customer", "sims.customer"],
])("%s: for each of its SIMs, those without any too", (question, member) => {
  const { from, measures, groupBy } = queryOf(question);
  expect(from).toBe("sims");
  expect(groupBy).toEqual([{ member }]);
  expect(measures?.[0]?.measure).toMatchObject({ op: "ratio", b: { agg: "count" } });
});
