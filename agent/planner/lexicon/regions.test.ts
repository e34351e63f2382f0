import { describe, expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

describe("parts of the world", () => {
  it("are all their countries", () => {
    expect(queryOf("SIMs in Benelux").where).toEqual({
      member: "sims.country",
      op: "in",
      values: ["BE", "LU", "NL"],
    });
  });

  it("may be told apart by country", () => {
    const { groupBy } = queryOf("data by country in Scandinavia last week");
    expect(groupBy).toEqual([{ member: "sim_usage.country" }]);
  });

  it("are not held against one another by country", () => {
    expect(ask("Europe vs US usage last month").kind).toBe("clarify");
  });
});
