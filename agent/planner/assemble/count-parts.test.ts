import { expect, it } from "vitest";
import { queryOf } from "../testing.ts";

it("several states are counted together and each by itself", () => {
  const { measures } = queryOf("number of active and suspended SIMs per country");
  expect(measures?.map(({ as }) => as)).toEqual(["sims", "active", "suspended"]);
});

it("any of them is one number", () => {
  expect(queryOf("number of active or suspended SIMs per country").measures).toHaveLength(1);
});

it("what fired so often are rules with so many alerts", () => {
  expect(queryOf("rules that fired more than 10 times last week")).toMatchObject({
    from: "alerts",
    having: [{ op: "gt", value: 10 }],
  });
});

it("hours can be ranked, several of them", () => {
  expect(queryOf("the five busiest hours yesterday")).toMatchObject({
    groupBy: [{ member: "sim_usage.timestamp", grain: "hour" }],
    limit: 5,
  });
});

it("rules by the number of their alerts are ranked by it", () => {
  expect(queryOf("alert rules by number of alerts")).toMatchObject({
    groupBy: [{ member: "alert_rules.name" }],
    orderBy: [{ by: "alerts", direction: "desc" }],
  });
});
