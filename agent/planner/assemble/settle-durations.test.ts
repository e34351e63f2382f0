import { expect, test } from "vitest";
import { queryOf } from "../testing.ts";

const HOURS = [{ measure: { agg: "median", of: "alerts.minutes_to_resolve" }, unit: "hour" }];

test.each([
  "median hours until alerts were resolved, by severity",
  "alerts raised in September: median hours until they were resolved, per severity (leave out those still open)",
  "median hours to resolve alerts raised in September per severity",
])("%s", (question) => {
  expect(queryOf(question)).toMatchObject({
    measures: HOURS,
    groupBy: [{ member: "alerts.severity" }],
  });
});

test("when it happened stays a condition", () => {
  const { measures, where } = queryOf(
    "average minutes until critical alerts were acknowledged last month",
  );
  expect(measures).toMatchObject([{ measure: { of: "alerts.minutes_to_acknowledge" } }]);
  expect(JSON.stringify(where)).toContain('"time":"alerts.acknowledged_at"');
});

test("a figure is shown in the unit that its own words name", () => {
  expect(queryOf("average days to resolve tickets per team").measures).toMatchObject([
    { unit: "day" },
  ]);
});
