import { describe, expect, it } from "vitest";
import { queryOf } from "../testing.ts";

const USED = "how much data did MediFridge use last week";

describe("a turn that only ranks", () => {
  it.each(["which SIM used the most?", "which SIM was the biggest", "biggest SIM"])(
    "%s keeps whose figure it was, and when",
    (turn) => {
      const { where, groupBy, limit } = queryOf(turn, USED);
      expect(where).toEqual(queryOf(USED).where);
      expect(groupBy?.[0]).toEqual({ member: "sim_usage_daily.iccid" });
      expect(limit).toBe(1);
    },
  );

  it("ranks what is named now, not what was", () => {
    const { groupBy } = queryOf("which customer used the most?", "data by country last week");
    expect(groupBy).toEqual([{ member: "sims.customer" }]);
  });

  it("takes “who” for those that were told apart", () => {
    const { groupBy, orderBy } = queryOf("who has the fewest?", "active SIMs per customer");
    expect(groupBy).toEqual([{ member: "sims.customer" }]);
    expect(orderBy?.[0]?.direction).toBe("asc");
  });

  it("counts rows that were listed", () => {
    const { from, orderBy, limit } = queryOf("which customer has the most?", "open tickets");
    expect({ from, limit, direction: orderBy?.[0]?.direction }).toEqual({
      from: "support_tickets",
      limit: 1,
      direction: "desc",
    });
  });

  it("may rank days", () => {
    const { orderBy, limit } = queryOf("which day was highest?", "data per day last week");
    expect({ limit, direction: orderBy?.[0]?.direction }).toEqual({ limit: 1, direction: "desc" });
  });

  it("begins anew where who changed in a time is asked", () => {
    const anew = "who shrank the most last month";
    expect(queryOf(anew, "data in Spain by country last week")).toEqual(queryOf(anew));
  });

  it("begins anew where it says more", () => {
    const anew = "which customer has the most open tickets";
    expect(queryOf(anew, "how many SIMs are active")).toEqual(queryOf(anew));
  });
});
