import { describe, expect, it } from "vitest";
import { queryOf } from "../testing.ts";

const acknowledged = { member: "alerts.acknowledged", op: "eq", value: true };

describe("a part of the rows of each group", () => {
  it.each([
    "alerts per severity last week and how many of them were acknowledged",
    "Last week, how many alerts did come per severity, and how many of these are acknowledged?",
    "alerts per severity last week, of which acknowledged",
    "number of alerts by severity last week, thereof acknowledged",
  ])("stands beside all of them: %s", (question) => {
    expect(queryOf(question)).toMatchObject({
      measures: [
        { measure: { agg: "count" } },
        { as: "of_these", measure: { agg: "count", where: acknowledged } },
      ],
      groupBy: [{ member: "alerts.severity" }],
      where: { time: "alerts.triggered_at", label: "last week" },
    });
  });

  it("may be a share, which then is what they are ordered by", () => {
    const query = queryOf("tickets per category and what share of them is resolved, highest first");
    expect(query.measures?.[1]?.measure).toMatchObject({ op: "percent", b: { agg: "count" } });
    expect(query.orderBy).toEqual([{ by: "percent_of_these", direction: "desc" }]);
  });

  it("may be those that did something", () => {
    const query = queryOf("how many SIMs per customer, and how many of those used data yesterday");
    expect(query.measures?.[1]?.measure).toMatchObject({ where: { related: "sim_usage_daily" } });
  });

  it("is of what each of them has", () => {
    const asked = "suspended SIMs per customer as a percentage of all the SIMs they have";
    expect(queryOf(asked).measures?.[1]?.measure).toMatchObject({ op: "percent" });
  });
});
