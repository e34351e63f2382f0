import { describe, expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

const figures = (question: string) =>
  (queryOf(question).measures ?? []).map(({ measure }) => JSON.stringify(measure));

describe("two questions in one", () => {
  it("takes what is counted from whichever half names it", () => {
    const [critical, high] = figures("how many critical and how many high alerts are open");
    expect(critical).toContain('"critical"');
    expect(high).toContain('"high"');
    expect(critical).toContain('"is_null"');
  });

  it("tells the two directions apart", () => {
    const [out, back] = figures("how many SMS went out and how many came in yesterday");
    expect(out).toContain('"mt"');
    expect(back).toContain('"mo"');
  });

  it("shows a number beside a share of it", () => {
    const [count, share] = figures(
      "how many SMS did we send last week, and what share was delivered",
    );
    expect(count).toContain('"count"');
    expect(share).toContain('"percent"');
  });

  it("adds up the traffic of the SIMs that it counts", () => {
    const query = queryOf("how many gateways are active and how much data did they use last month");
    expect(query).toMatchObject({
      from: "sims",
      measures: [{ measure: { agg: "count" } }, { measure: { related: "sim_usage_daily" } }],
    });
    expect(JSON.stringify(query.measures?.[1])).toContain('"active"');
  });

  it("drops neither where one query cannot say both", () => {
    expect(ask("how many SIMs does TankWatch have and how many open tickets").kind).toBe("clarify");
  });
});
