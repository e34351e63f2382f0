import { describe, expect, it } from "vitest";
import { queryOf } from "../testing.ts";

const used = (op: string, factor: number) => ({
  member: "quota_data.used",
  op,
  other: "quota_data.total",
  factor,
});

describe("allowances", () => {
  it("means the same by every word for what is used of an allowance", () => {
    for (const question of [
      "which SIMs have burned through more than 80% of their bundle",
      "SIMs that have used over 80 % of the data allowance",
      "SIMs with more than 80 percent of their quota consumed",
    ])
      expect(queryOf(question).where, question).toEqual(used("gt", 0.8));
  });

  it("tells what is left from what is used", () => {
    expect(queryOf("SIMs with less than a tenth of their quota left").where).toEqual({
      member: "quota_data.remaining",
      op: "lt",
      other: "quota_data.total",
      factor: 0.1,
    });
  });

  it("counts SIMs that used nothing", () => {
    expect(queryOf("how many SIMs have used none of their data quota?").where).toEqual({
      member: "quota_data.used",
      op: "lte",
      value: 0,
    });
  });

  it("says a unit once for both ends", () => {
    expect(queryOf("SIMs with churn probability between 60 and 70 percent").where).toEqual({
      and: [
        { member: "churn_risk.probability", op: "gte", value: 0.6 },
        { member: "churn_risk.probability", op: "lte", value: 0.7 },
      ],
    });
  });

  it("reads a chance that is said apart from what it is of", () => {
    expect(
      queryOf("how many SIMs have a probability of more than 80 % to run out of data").where,
    ).toEqual({ member: "outlook_data.exhaustion_probability_30d", op: "gt", value: 0.8 });
  });

  it("takes what a plan includes for its content", () => {
    expect(queryOf("which plan has the most data in it").orderBy).toEqual([
      { by: "rate_plans.included_bytes", direction: "desc" },
    ]);
  });
});
