import { expect, test } from "vitest";
import { queryOf } from "../testing.ts";

const FIVE_TO_TEN = [
  { op: "gte", value: 5 },
  { op: "lte", value: 10 },
];

test.each([
  "customers with between 5 and 10 SIMs",
  "customers with between five and ten SIMs",
  "SIMs with between 5 and 10 alerts last month",
])("%s: both ends bound the count", (question) => {
  expect(queryOf(question).having).toMatchObject(FIVE_TO_TEN);
});

test("two bounds on the same rows both hold", () => {
  expect(queryOf("SIMs with more than 2 and fewer than 6 alerts last month").where).toMatchObject({
    and: [
      { related: "alerts", having: { op: "lt", value: 6 } },
      { related: "alerts", having: { op: "gt", value: 2 } },
    ],
  });
});

test("what is shown in all its kinds is no number of kinds", () => {
  expect(queryOf("show the different statuses").groupBy).toEqual([{ member: "sims.status" }]);
  expect(queryOf("how many different statuses are there").groupBy).toBeUndefined();
});
