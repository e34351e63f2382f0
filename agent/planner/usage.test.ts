import { describe, expect, it } from "vitest";
import { SCOPES } from "#core/actor.ts";
import { validate } from "#query/validate.ts";
import { ask, queryOf } from "./testing.ts";

const same = (a: string, b: string) => expect(queryOf(a)).toEqual(queryOf(b));

describe("questions about traffic", () => {
  it.each([
    ["how much data did MediFridge burn through last week", "usage of MediFridge last week"],
    ["data that TankWatch chewed up in September", "usage of TankWatch in September"],
    ["did the usage grow or shrink from August to September", "growth from August to September"],
    ["busiest day in September", "day with the most traffic in September"],
    ["the median SIM's usage last month", "median usage per SIM last month"],
    ["how much will MediFridge use tomorrow", "forecast of MediFridge for tomorrow"],
    ["SIMs that moved nothing last week", "SIMs without traffic last week"],
    ["usage per customer last week", "usage last week, customer by customer"],
  ])("%s is %s", same);

  it("ranks within each group that is named", () => {
    expect(queryOf("the heaviest SIM of each customer last month")).toMatchObject({
      groupBy: [
        { member: "sims.customer" },
        { member: "sim_usage_daily.iccid" },
        { member: "sims.label" },
      ],
      firstPer: { members: ["sims.customer"], limit: 1 },
    });
    expect(queryOf("top 3 operators by traffic in each country last month")).toMatchObject({
      firstPer: { members: ["sim_usage.country"], limit: 3 },
    });
  });

  it("counts the days on which each SIM was silent", () => {
    const asked = queryOf("which gateways had at least 3 days with no data last week");
    expect(asked).toMatchObject({
      from: "sims",
      measures: [{ measure: { related: "sim_usage_daily", measure: { without: "day" } } }],
      having: [{ op: "gte", value: 3 }],
    });
  });

  it("compares each SIM with its own average", () => {
    const asked = queryOf(
      "gateways that used more than double their own daily average over the 14 days before yesterday",
    );
    expect(asked).toMatchObject({ having: [{ op: "gt", factor: 2 }] });
    expect(JSON.stringify(asked)).toContain('"from":"2026-10-06","to":"2026-10-20"');
  });

  it("takes the part from the whole of a share", () => {
    const [percent] =
      queryOf("what share of the traffic did MediFridge cause last month").measures ?? [];
    expect(percent?.measure).toMatchObject({
      op: "percent",
      a: { where: { member: "sims.customer", value: "MediFridge" } },
    });
  });

  it.each([
    "SIMs that used data for the first time in October",
    "forecast of MediFridge per day next week with 95 % bounds",
  ])("asks back rather than leave a part out: %s", (question) =>
    expect(ask(question).kind).toBe("clarify"),
  );

  it.each([
    "top 5 SIMs with the biggest increase from August to September",
    "p90 of usage per SIM last month by customer",
    "usage between 2 and 4 am last week by operator",
    "which customers used more than forecast last week",
  ])("is a valid query: %s", (question) =>
    expect(() => validate(queryOf(question), { scopes: new Set(SCOPES) })).not.toThrow(),
  );
});
