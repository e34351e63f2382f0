import { describe, expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

const bound = (op: string, value: number) => ({ having: [{ measure: "percent", op, value }] });

describe("a bound on the share of a group's own rows", () => {
  it.each([
    ["customers with more than half of their SIMs suspended", "gt", 50],
    ["which customers have more than 50% of their sims suspended", "gt", 50],
    ["customers with most of their SIMs suspended", "gt", 50],
    ["customers with at least a quarter of their devices suspended", "gte", 25],
    ["customers with fewer than 20% suspended SIMs", "lt", 20],
    ["customers where all SIMs are suspended", "gte", 100],
    ["customers whose SIMs are more than 30 % suspended", "gt", 30],
  ])("%s", (question, op, value) => {
    expect(queryOf(question)).toMatchObject({
      from: "sims",
      measures: [{ measure: { op: "percent", a: { where: { value: "suspended" } } } }],
      groupBy: [{ member: "sims.customer" }],
      ...bound(op, value),
    });
  });

  it("counts the groups where their number is asked for", () => {
    expect(queryOf("how many customers have more than half of their SIMs inactive")).toMatchObject({
      countGroups: "customer_count",
      ...bound("gt", 50),
    });
  });

  it("is of other rows, too", () => {
    expect(queryOf("teams where over 30% of tickets are high priority")).toMatchObject({
      from: "support_tickets",
      ...bound("gt", 30),
    });
  });

  it("says nothing of those before the rows", () => {
    expect(ask("customers with more than half of their suspended SIMs").kind).toBe("clarify");
  });

  it("of a quota is of what all of theirs have together", () => {
    expect(queryOf("customers that used more than half of their quota")).toMatchObject({
      measures: [{ measure: { op: "percent", a: { agg: "sum", of: "quota_data.used" } } }],
      having: [{ op: "gt", value: 50 }],
    });
  });
});
