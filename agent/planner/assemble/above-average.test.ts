import { describe, expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

describe("what is above or below the average of all", () => {
  it.each([
    ["SIMs with usage above the average of all last month", "sim_usage_daily.iccid", "gt"],
    ["which SIMs used less than average last month", "sim_usage_daily.iccid", "lt"],
    ["customers with more open tickets than average", "support_tickets.customer", "gt"],
    ["operators with more rejects than average yesterday", "connection_events.operator", "gt"],
    ["SIMs with above average usage last week", "sim_usage_daily.iccid", "gt"],
  ])("%s: each with its figure and the average", (question, member, op) => {
    const { groupBy, having, measures } = queryOf(question);
    expect(groupBy?.[0]?.member).toBe(member);
    expect(having).toEqual([{ measure: measures?.[0]?.as, op, other: "average_of_all" }]);
    expect(measures?.[1]?.measure).toEqual({ mean: measures?.[0]?.measure });
  });

  it("may be counted", () => {
    const { countGroups, having } = queryOf("how many SIMs used more than the average last month");
    expect(countGroups).toBeDefined();
    expect(having?.[0]?.other).toBe("average_of_all");
  });

  it.each([
    "which customers are above the average of all",
    "days with above average usage last month",
    "which tickets took longer than average to resolve",
  ])("%s: asked about, as there is no such figure of each group", (question) => {
    expect(ask(question).kind).toBe("clarify");
  });
});
