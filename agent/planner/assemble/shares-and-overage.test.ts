import { describe, expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

const OVER_TEN = { agg: "sum", over: { by: [{ member: "sim_usage_daily.iccid" }], first: 10 } };

describe("what those that lead are of the whole", () => {
  it.each([
    "what share of September's traffic came from the ten heaviest SIMs?",
    "How concentrated is our traffic? Percentage of September's volume caused by the 10 heaviest SIMs",
    "how many percent of all the data used in September went through just the ten heaviest SIM cards together",
  ])("%s", (question) => {
    const query = queryOf(question);
    expect(query.measures?.[0]?.measure).toMatchObject({ op: "percent", a: OVER_TEN });
    expect(JSON.stringify(query.where)).toContain("2026-09-01");
  });

  it("is of other groups too", () => {
    const query = queryOf(
      "what percentage of September's traffic came from the three biggest customers?",
    );
    expect(query.measures?.[0]?.measure).toMatchObject({
      a: { over: { by: [{ member: "sims.customer" }], first: 3 } },
    });
  });

  it("asks whether the whole is restricted as those that lead are", () => {
    const question =
      "what share of Italy's September traffic came from the ten heaviest SIMs of MediFridge?";
    expect(ask(question).kind).toBe("clarify");
  });
});

describe("overage", () => {
  it("stands beside what else is asked for", () => {
    const { measures, groupBy } = queryOf("usage and overage in September per customer");
    expect(measures?.map(({ as }) => as)).toEqual(["data_used", "overage_cost"]);
    expect(groupBy).toContainEqual({ member: "rate_plans.currency" });
  });

  it("is compared with money, and of groups only", () => {
    const beyond = "which SIMs had an overage bill over 5 euros in September?";
    expect(ask(beyond).kind).toBe("clarify");
    expect(ask("overage in September per SIM above 1 GB").kind).toBe("clarify");
  });

  it("of a time is money, and without one a price", () => {
    const due = queryOf("overage in September per customer, in euros");
    expect(due.from).toBe("sim_usage_daily");
    expect(JSON.stringify(due.measures)).toContain("excess");
    expect(queryOf("overage price per MB of each plan").from).toBe("rate_plans");
  });

  it.each([
    ["which plan generates the most overage", "sims.rate_plan"],
    ["which rate plan has the highest overage in September", "sims.rate_plan"],
    ["which customer caused the most overage", "sims.customer"],
    ["top 5 SIMs by overage", "sim_usage_daily.iccid"],
  ])("%s: what came of it, for each of them", (question, member) => {
    const { measures, groupBy } = queryOf(question);
    expect(JSON.stringify(measures)).toContain("excess");
    expect(groupBy?.[0]?.member).toBe(member);
  });

  it("leaves out who had none, where those that had are asked for", () => {
    expect(queryOf("which SIMs caused overage last month").having).toEqual([
      { measure: "overage_cost", op: "gt", value: 0 },
    ]);
    expect(queryOf("how many customers had overage last month").countGroups).toBeDefined();
  });

  it("may be told as a sum", () => {
    const told = queryOf(
      "If we had billed overage for September, traffic above what the plan includes times the price per extra MB, how many euros would each customer owe?",
    );
    expect(told.measures).toEqual(queryOf("overage bill in September per customer").measures);
  });
});

describe("percentages", () => {
  it("of many SIMs are of their amounts together", () => {
    const plan = ask(
      "in percent of what they were given?",
      "how many GB of data do the ski lift gateways have left altogether?",
    );
    expect(JSON.stringify(plan)).not.toContain('"agg":"sum","of":"quota_data.remaining_percent"');
  });

  it("of the rows that were named are each group's own", () => {
    const query = queryOf(
      "Of the texts we sent to devices in September, which share ended as failed? Per operator.",
    );
    expect(query.measures?.[0]?.measure).toMatchObject({ op: "percent" });
  });
});

describe("small words around a figure", () => {
  it.each([
    ["top-ups since 1 October: number and total MB per person", '"agg":"count"'],
    ["quota top ups in September per person", '"value":"quota.top_up"'],
    ["tickets raised in Q3 per 100 SIMs, so that small customers compare", '"times":100'],
    ["what percentage of September's alerts went off between 20:00 and 06:00 UTC?", "hour_of_day"],
  ])("%s", (question, part) => {
    expect(JSON.stringify(queryOf(question))).toContain(part);
  });

  it("asks where upload and download are to be split", () => {
    expect(ask("up/down split of traffic in percent for each customer last month").kind).toBe(
      "clarify",
    );
  });

  it("tells whose device it is, and not who its owner is", () => {
    expect(ask("what is +882398620001000 and who owns it").kind).toBe("query");
    expect(ask("who owns the car with SIM 8988303124910000011").kind).toBe("refuse");
  });
});
