import { describe, expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

const either = (...tags: string[]) => ({
  or: tags.map((value) => ({ member: "sims.tags", op: "has", value })),
});
const perTag = (...only: string[]) => [{ member: "sims.tags", only }];

describe("several kinds at once", () => {
  it.each([
    "how many fridges and gateways do we have",
    "how many fridges vs gateways do we have",
    "fridges versus gateways, how many of each",
  ])("%s: each by itself", (question) =>
    expect(queryOf(question)).toMatchObject({
      where: either("fridge", "gateway"),
      groupBy: perTag("fridge", "gateway"),
    }),
  );

  it("puts them together where they are only listed", () => {
    expect(queryOf("fridges and gateways in Italy").groupBy).toBeUndefined();
    expect(JSON.stringify(queryOf("fridges and gateways in Italy").where)).toContain('"or"');
  });

  it("still wants both tags of one SIM", () => {
    expect(queryOf("SIMs tagged beta and parking").where).toHaveProperty("and");
  });

  it("tells apart three or more values that are counted", () => {
    expect(queryOf("how many SIMs are active, suspended and deactivated").groupBy).toEqual([
      { member: "sims.status" },
    ]);
    expect(queryOf("how many open and pending tickets").groupBy).toBeUndefined();
    expect(queryOf("how many SMS are pending, failed or expired").groupBy).toBeUndefined();
  });
});

describe("several figures at once", () => {
  it.each([
    ["total and average data per SIM last month", ["sum", "sum"]],
    ["average and highest daily usage of MediFridge last month", ["sum", "max"]],
    ["upload, download and total last week", ["sum", "sum", "sum"]],
    ["count and total saving of the downgrade recommendations", ["count", "sum"]],
  ])("%s", (question, aggs) =>
    expect(
      queryOf(question).measures?.map(({ measure }) => "agg" in measure && measure.agg),
    ).toEqual(aggs),
  );

  it("counts all SIMs beside their traffic", () => {
    expect(queryOf("number of SIMs and total data per customer last month")).toMatchObject({
      from: "sims",
      groupBy: [{ member: "sims.customer" }],
      measures: [{ measure: { agg: "count" } }, { measure: { related: "sim_usage_daily" } }],
    });
  });
});

describe("rows spread over groups", () => {
  const groups = (question: string) => queryOf(question).groupBy;

  it("spreads what is said to be distributed", () => {
    expect(groups("distribution of SIMs over radio technologies")).toEqual([
      { member: "sims.rat" },
    ]);
  });

  it("averages over the days of a period by weekday", () => {
    expect(queryOf("average number of rejects per weekday in September")).toMatchObject({
      measures: [{ measure: { agg: "count", per: ["day"] } }],
      groupBy: [{ grain: "weekday" }],
    });
  });

  it("asks about running totals and about counts of two kinds", () => {
    expect(ask("cumulative data usage this month by day").kind).toBe("clarify");
    expect(ask("SIMs and open alerts per customer").kind).toBe("clarify");
  });

  it("takes the users of data for SIMs", () => {
    expect(queryOf("the ten biggest users last month, and how much they used")).toMatchObject({
      groupBy: [{ member: "sim_usage_daily.iccid" }, { member: "sims.label" }],
      limit: 10,
    });
  });
});
