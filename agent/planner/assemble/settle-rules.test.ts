import { expect, it } from "vitest";
import { queryOf } from "../testing.ts";

it("what fired so often are rules with so many alerts", () => {
  expect(queryOf("rules that fired more than 10 times last week")).toMatchObject({
    from: "alerts",
    having: [{ op: "gt", value: 10 }],
  });
});

it("rules by the number of their alerts are ranked by it", () => {
  expect(queryOf("alert rules by number of alerts")).toMatchObject({
    groupBy: [{ member: "alert_rules.name" }],
    orderBy: [{ by: "alerts", direction: "desc" }],
  });
});

it("how often each rule fired is a number of its alerts", () => {
  expect(queryOf("how often did each rule fire last week")).toMatchObject({
    from: "alert_rules",
    measures: [{ measure: { related: "alerts" } }],
  });
});
