import { describe, expect, it } from "vitest";
import { ask, queryOf } from "./testing.ts";

describe("how many groups pass a bound", () => {
  it.each([
    ["how many customers have more than 100 SIMs", "customer_count"],
    ["number of networks with at least 5 rejects last week", "operator_count"],
  ])("is one number: %s", (question, countGroups) => {
    expect(queryOf(question)).toMatchObject({ countGroups, groupBy: [{}], having: [{}] });
  });

  it("is a list where the groups are asked for", () => {
    for (const question of [
      "which customers have more than 100 SIMs",
      "how many customers have more than 100 SIMs, and how many each",
    ])
      expect(queryOf(question)).not.toHaveProperty("countGroups");
  });

  it("counts plans with no SIM at all among those with few", () => {
    expect(queryOf("how many rate plans have fewer than 50 SIMs")).toMatchObject({
      from: "rate_plans",
      where: { related: "sims", having: { op: "lt", value: 50 } },
    });
  });
});

describe("said beside the question", () => {
  it("a title names the rows that are meant", () => {
    expect(
      queryOf(
        "downgrade proposals we can trust: confidence over 80 %. List the SIMs and the saving",
      ),
    ).toMatchObject({ from: "quota_recommendations" });
  });

  it("the network that does what only networks do asks for no split", () => {
    const { groupBy } = queryOf(
      "at which hour of the day did the network reject most SIMs last week",
    );
    expect(groupBy).toEqual([{ member: "connection_events.occurred_at", grain: "hour_of_day" }]);
  });

  it("a named quota is the one that expires", () => {
    const sms = JSON.stringify(queryOf("which SIMs' SMS quota expires this month"));
    expect(sms).toContain("quota_sms.expires_at");
    const data = queryOf("what plan is vaccine-fridge-0001 on and when does its data quota expire");
    expect(data).toMatchObject({ from: "sims" });
    expect(JSON.stringify(data.columns)).toContain("quota_data.expires_at");
  });
});

describe("what cannot be left out", () => {
  it.each([
    "which SIMs are offline",
    "list offline SIMs and since when",
    "which SIMs were rejected again today",
    "which alerts fired again this week",
    "list suspended SIMs and since when",
  ])("is asked about: %s", (question) => {
    expect(ask(question).kind).toBe("clarify");
  });

  it("says nothing where one only wants to be reminded", () => {
    expect(ask("what was the plan of vaccine-fridge-0001 again?").kind).toBe("query");
  });

  it("is the last time of each that still is so", () => {
    expect(queryOf("since when", "list suspended SIMs of MediFridge")).toMatchObject({
      from: "audit_logs",
      firstPer: { limit: 1 },
    });
  });

  it("is shown anyway where it is bound", () => {
    const bound = "fridges rejected on three or more different days this month";
    expect(queryOf(`${bound}, and on how many days`)).toEqual(queryOf(bound));
  });
});

describe("which ones, and where", () => {
  it("SIMs that used data are listed, not added up", () => {
    const { groupBy } = queryOf("fridges that are suspended but still used data last week");
    expect(groupBy?.[0]).toEqual({ member: "sim_usage_daily.iccid" });
  });

  it("“there” is the place that was named, or asked for", () => {
    const move = "please move all fridges there to Basic 50";
    const made = ask(`Fridges in Spain are too expensive. ${move}`);
    expect(JSON.stringify(made)).toContain('"sims.country","op":"eq","value":"ES"');
    expect(ask(move).kind).toBe("clarify");
  });
});
