import { describe, expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

describe("what somebody cost in a time that is over", () => {
  it.each([
    ["total cost including overage per customer in October", "per customer in october"],
    ["costs by customer this month", "by customer this month"],
    ["fees and overage per customer last month", "per customer last month"],
    ["how much did MediFridge cost in September?", "of MediFridge in September"],
    ["cost of MediFridge last month", "of MediFridge last month"],
  ])("is fees or overage, each whole by itself: %s", (question, whose) => {
    const made = ask(question);
    expect(made).toMatchObject({ kind: "clarify" });
    const [overage, fees] = made.kind === "clarify" ? made.options : [];
    expect(overage?.toLowerCase()).toBe(`overage cost ${whose}`.toLowerCase());
    expect(queryOf(overage ?? "").measures).toHaveLength(1);
    expect(queryOf(fees ?? "")).toMatchObject({
      from: "sims",
      measures: [{ measure: { agg: "sum", of: "rate_plans.monthly_price" } }],
      groupBy: expect.arrayContaining([{ member: "rate_plans.currency" }]),
    });
  });

  it("is no such question where the time is of the SIMs, or only overage is asked for", () => {
    expect(ask("monthly fees of SIMs activated in September").kind).toBe("query");
    expect(ask("overage cost of MediFridge in September").kind).toBe("query");
    expect(ask("monthly cost per customer").kind).toBe("query");
  });
});
