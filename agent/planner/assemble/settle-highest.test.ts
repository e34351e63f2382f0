import { expect, test } from "vitest";
import { queryOf } from "../testing.ts";

const RESOLVED = { agg: "avg", of: "support_tickets.hours_to_resolve" };

test.each([
  ["which category has the longest resolution time", "category", "desc"],
  ["which team has the shortest resolution time", "assigned_team", "asc"],
  ["team with the lowest average resolution time", "assigned_team", "asc"],
  ["which team resolves tickets fastest", "assigned_team", "asc"],
])("%s: by the average of each", (question, column, direction) => {
  expect(queryOf(question)).toMatchObject({
    measures: [{ measure: RESOLVED }],
    groupBy: [{ member: `support_tickets.${column}` }],
    orderBy: [{ direction }],
    limit: 1,
  });
});

test("rules and people are ranked as well", () => {
  expect(queryOf("which rule has the longest time to acknowledge")).toMatchObject({
    groupBy: [{ member: "alert_rules.name" }],
    limit: 1,
  });
  expect(queryOf("who acknowledges alerts fastest")).toMatchObject({
    measures: [{ measure: { agg: "avg", of: "alerts.minutes_to_acknowledge" } }],
    groupBy: [{ member: "alerts.acknowledged_by" }],
    limit: 1,
  });
});

test("per SIM is an average, per day the highest of its days", () => {
  const measureOf = (question: string) => queryOf(question).measures?.[0]?.measure;
  expect(measureOf("which plan has the highest usage per SIM")).toMatchObject({ per: ["sim"] });
  expect(measureOf("which customer had the highest daily usage in September")).toMatchObject({
    agg: "max",
    over: { by: [{ grain: "day" }] },
  });
});

test("of each group the highest single value is shown", () => {
  const { measures, limit } = queryOf("longest resolution time per category");
  expect(measures).toMatchObject([{ measure: { agg: "max" } }]);
  expect(limit).toBeUndefined();
});
