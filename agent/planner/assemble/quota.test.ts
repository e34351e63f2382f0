import { describe, expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

describe("groups, shares and alternatives", () => {
  it("counts the rows beside the figure that both were asked for", () => {
    const { measures } = queryOf(
      "if we followed every downgrade recommendation, how many SIMs would be affected and what would we save each month?",
    );
    expect(measures?.map(({ as }) => as)).toEqual(["count", "saving"]);
  });

  it("takes each group's own percentage where the question says of each", () => {
    const { measures } = queryOf("what percentage of each customer's SIMs is at high churn risk?");
    expect(measures?.[0]?.measure).toMatchObject({ op: "percent" });
  });

  it("takes the distribution where nothing but the split is said", () => {
    const { measures } = queryOf("share of SIMs per radio technology");
    expect(measures?.[0]?.measure).toHaveProperty("share");
  });

  it("finds groups in which no SIM has what was named", () => {
    expect(queryOf("customers without suspended SIMs").having).toEqual([
      { measure: "sims", op: "eq", value: 0 },
    ]);
  });

  it("does not add up conditions that were alternatives", () => {
    expect(queryOf("SIMs on LTE or in Spain").where).toEqual({
      or: [
        { member: "sims.rat", op: "eq", value: "LTE" },
        { member: "sims.country", op: "eq", value: "ES" },
      ],
    });
  });

  it("adds those never seen where they were asked for too", () => {
    const { where } = queryOf("SIMs not seen for 3 days, never-seen ones too");
    expect(JSON.stringify(where)).toMatch(/"or":.*is_null/);
  });

  it("orders plans that were asked for with the cheapest first, all of them", () => {
    const query = queryOf("base price per included gigabyte for every plan, cheapest first");
    expect(query.orderBy?.[0]?.direction).toBe("asc");
    expect(query.limit).toBeUndefined();
  });

  it("asks back about SIMs that are like another one", () => {
    expect(ask("SIMs with the same plan as 8988303000000000017").kind).toBe("clarify");
  });
});
