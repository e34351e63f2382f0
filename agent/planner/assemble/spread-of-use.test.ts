import { expect, test } from "vitest";
import { ask, queryOf } from "../testing.ts";

const DIFFERENT_OPERATORS = { agg: "count_distinct", of: "sim_usage.operator" };

test.each([
  "fridges that pushed traffic through 3 or more different operators in September",
  "SIMs with data on at least three carriers in September",
  "which cards used data over at least 3 networks in September, with the number of networks",
])("%s: the networks that carried their traffic", (question) => {
  expect(queryOf(question)).toMatchObject({
    from: "sim_usage",
    measures: [{ measure: DIFFERENT_OPERATORS }],
    having: [{ op: "gte", value: 3 }],
  });
});

test.each([
  "how many different operators did each card use in September",
  "number of networks used per SIM in September",
])("%s: a number for each, and no amount of data", (question) => {
  const query = queryOf(question);
  expect(query.measures).toMatchObject([{ measure: DIFFERENT_OPERATORS }]);
  expect(query.groupBy?.[0]).toEqual({ member: "sim_usage.iccid" });
});

test("a SIM was last seen in one place only", () => {
  expect(ask("usage last month of SIMs whose operators are 3 or more").kind).toBe("clarify");
});

test("days on which data was used are counted, and are no length of time", () => {
  expect(queryOf("cards that used data on at least 20 days in September")).toMatchObject({
    from: "sim_usage_daily",
    measures: [{ measure: { agg: "count_distinct", of: "sim_usage_daily.day" } }],
    having: [{ op: "gte", value: 20 }],
  });
});
