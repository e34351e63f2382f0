import { expect, test } from "vitest";
import { ask, queryOf } from "../testing.ts";

const OVER_5_GB = [{ measure: "data_used", op: "gt", value: 5 * 1024 ** 3 }];

test.each([
  ["which customers used more than 5 GB last week", "sims.customer"],
  ["customers with over 5 GB of traffic in September", "sims.customer"],
  ["plans that moved more than 5 GB in September", "sims.rate_plan"],
  ["which networks used more than 5 GB last week", "sim_usage.operator"],
])("%s: the SIMs of each together", (question, member) => {
  expect(queryOf(question)).toMatchObject({ groupBy: [{ member }], having: OVER_5_GB });
});

test("how many of them is one number", () => {
  expect(queryOf("how many networks used more than 5 GB last week")).toMatchObject({
    countGroups: "operator_count",
    having: OVER_5_GB,
  });
});

test.each([
  "customers that used between 1 and 5 GB last month",
  "customers that used at least 1 GB but no more than 5 GB last month",
])("%s: both bounds are of the SIMs of each together", (question) => {
  const { groupBy, having } = queryOf(question);
  expect(groupBy).toEqual([{ member: "sims.customer" }]);
  expect(having?.map(({ op }) => op).sort()).toEqual(["gte", "lte"]);
});

test("on one day is a day of each SIM", () => {
  const { from, where } = queryOf("how many SIMs used over 100 MB on one day last week");
  expect(from).toBe("sims");
  expect(where).toMatchObject({ related: "sim_usage_daily", where: { and: [{}, { op: "gt" }] } });
});

test("whose use is bound is asked about where it may be the SIMs' or the customers'", () => {
  expect(ask("SIMs of customers that used more than 5 GB last week").kind).toBe("clarify");
  expect(ask("which customer used more than 5 GB on a single day").kind).toBe("clarify");
});
