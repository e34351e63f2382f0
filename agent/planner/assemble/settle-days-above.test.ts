import { expect, it } from "vitest";
import { queryOf } from "../testing.ts";

it.each([
  "days in September on which the fridges together used more than 1.8 GB, and how much it was",
  "on which days in September did the fridges use more than 1.8 GB",
  "which days in September had more than 1.8 GB of traffic",
  "days in September with more than 1.8 GB",
])("%s", (question) => {
  const query = queryOf(question);
  expect(query).toMatchObject({
    from: "sim_usage_daily",
    groupBy: [{ member: "sim_usage_daily.day", grain: "day" }],
    having: [{ op: "gt", value: 1932735283 }],
  });
  expect(query.countGroups).toBeUndefined();
});

it("how many of them there were", () => {
  expect(
    queryOf("on how many of the last 14 days did the fridges use more than 1 GB"),
  ).toMatchObject({ groupBy: [{ grain: "day" }], countGroups: "days" });
});

it("one SIM's single days are another question", () => {
  expect(queryOf("fridges that used more than 50 MB on one day last week").groupBy).toBeUndefined();
});
