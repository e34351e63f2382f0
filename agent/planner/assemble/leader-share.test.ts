import { describe, expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

describe("a leader and its share", () => {
  it("shows the leader, its figure and its part of all", () => {
    const query = queryOf(
      "which customer had the most alerts in September and what % of all is that",
    );
    expect(query.groupBy).toEqual([{ member: "sims.customer" }]);
    expect(query.measures).toEqual([
      { as: "alerts", measure: { agg: "count" } },
      { as: "percent", measure: { share: { agg: "count" } } },
    ]);
    expect(query.limit).toBe(1);
  });

  it("asks of which whole where the rows were narrowed", () => {
    const asked = ask(
      "which customer has the most critical alerts and what share of all alerts is that",
    );
    expect(asked.kind).toBe("clarify");
  });
});

describe("what is told one by one", () => {
  it("splits by what a preposition names twice", () => {
    const query = queryOf("how much data was used in Germany and in France last week");
    expect(query.groupBy?.map(({ member }) => member)).toEqual(["sim_usage.country"]);
  });

  it("adds up what is named together", () => {
    expect(
      queryOf("how much data was used in Germany or France last week").groupBy,
    ).toBeUndefined();
  });
});

describe("what ran out", () => {
  it("is told by its events where the time is over, and by the outlook where it is to come", () => {
    const over = JSON.stringify(queryOf("how many SIMs ran out of data last week"));
    const toCome = JSON.stringify(queryOf("how many SIMs will run out of data next week"));
    expect(over).toContain('"quota_exhausted"');
    expect(toCome).toContain("exhaustion_date");
  });
});

describe("lists", () => {
  it("show a length of time in the unit that was named", () => {
    const query = queryOf("the alert from September that took longest to resolve, id and hours");
    expect(query.units).toEqual([{ member: "alerts.minutes_to_resolve", unit: "hour" }]);
  });

  it("start with the extreme that was to come first, in the period that was meant", () => {
    const query = queryOf("oldest alerts of the month first");
    expect(query.orderBy).toEqual([{ by: "alerts.triggered_at", direction: "asc" }]);
    expect(JSON.stringify(query.where)).toContain('"this month"');
  });

  it("leave out what is named behind an exception", () => {
    const query = queryOf("number of SIMs per plan, excluding whatever is deactivated");
    expect(query.where).toEqual({ member: "sims.status", op: "ne", value: "deactivated" });
  });
});
