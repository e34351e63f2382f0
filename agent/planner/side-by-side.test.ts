import { describe, expect, it, test } from "vitest";
import { ask, queryOf } from "./testing.ts";

const text = (question: string) => JSON.stringify(queryOf(question));

describe("figures of those that have something and of the others", () => {
  it.each([
    "average usage last month of SIMs with open alerts vs without",
    "average usage last month of SIMs with and without open alerts",
    "average usage last month of SIMs with open alerts versus those without",
  ])("%s", (question) => {
    const alerts = { related: "alerts", where: { op: "is_null" } };
    expect(queryOf(question).measures).toMatchObject([
      { measure: { per: ["sim"], where: alerts } },
      { measure: { per: ["sim"], where: { not: alerts } } },
    ]);
  });
});

describe("so many of the one for each of the other", () => {
  it.each([
    ["suspended per active SIM by customer", "suspended", "active"],
    ["suspended SIMs per active SIM by customer", "suspended", "active"],
    ["failed SMS per delivered SMS by customer", "failed", "delivered"],
    ["rejects per attach by customer", "reject", "attach"],
  ])("%s", (question, a, b) => {
    expect(queryOf(question)).toMatchObject({
      measures: [
        { measure: { op: "ratio", a: { where: { value: a } }, b: { where: { value: b } } } },
      ],
      groupBy: [{ member: "sims.customer" }],
    });
  });

  it("rows of another kind are still averaged over SIMs", () => {
    expect(text("alerts per suspended SIM by customer")).not.toContain('"ratio"');
  });
});

describe("a status has no past", () => {
  it.each(["daily active SIMs last week", "number of active SIMs per day last week"])(
    "%s: those with traffic",
    (question) => {
      expect(queryOf(question)).toMatchObject({
        from: "sim_usage_daily",
        measures: [{ measure: { agg: "count_distinct", of: "sim_usage_daily.iccid" } }],
        groupBy: [{ grain: "day" }],
      });
    },
  );
});

describe("where one SIM has been", () => {
  it.each([
    ["which networks did vaccine-fridge-0012 use in September", "sim_usage.operator"],
    ["countries visited by vaccine-fridge-0012 since August", "sim_usage.country"],
    ["which countries was vaccine-fridge-0012 in last month", "connection_events.country"],
  ])("%s", (question, member) => {
    expect(queryOf(question).groupBy).toEqual([{ member }]);
  });
});

test("the last contact of groups is a date, and no number", () => {
  expect(queryOf("last seen per customer").measures).toMatchObject([
    { measure: { agg: "max", of: "sims.last_seen_at" } },
  ]);
  expect(queryOf("oldest last contact per country").measures).toMatchObject([
    { measure: { agg: "min", of: "sims.last_seen_at" } },
  ]);
});

test("what is still open is as old as it is, and took no time yet", () => {
  for (const question of [
    "longest open critical alert, how long is it open in hours",
    "how long has the oldest open critical alert been open",
  ])
    expect(queryOf(question)).toMatchObject({
      columns: expect.arrayContaining(["alerts.age_hours"]),
      orderBy: [{ by: "alerts.triggered_at", direction: "asc" }],
      limit: 1,
    });
});

test("the last ten are rows, whoever has acknowledged them", () => {
  expect(queryOf("who acknowledged the last ten critical alerts")).toMatchObject({
    orderBy: [{ by: "alerts.triggered_at", direction: "desc" }],
    limit: 10,
  });
});

test("the next Friday is one of two days, which are the choices", () => {
  expect(ask("which SIMs run out of data by next Friday")).toMatchObject({
    kind: "clarify",
    options: [
      "which SIMs run out of data by 23 Oct 2026",
      "which SIMs run out of data by 30 Oct 2026",
    ],
  });
});

test("a SIM that somebody touched used nothing by that", () => {
  expect(text("who touched 8988303188290000007 last week")).toContain("audit_logs");
});

test("fees and what came on top of them are two figures: asked about", () => {
  expect(ask("cost per customer including overage last month").kind).toBe("clarify");
});

test("the upload share of each customer is of its own traffic", () => {
  expect(queryOf("upload share per customer last month").measures).toMatchObject([
    { measure: { op: "percent" } },
  ]);
});

test("per SIM by customer is one average for each, wherever the time stands", () => {
  expect(text("SMS per SIM last month by customer")).toBe(
    text("SMS per SIM by customer last month"),
  );
});

test("money that is spent is no data", () => {
  expect(ask("how much will we spend").kind).toBe("clarify");
  expect(ask("how much did we spend last month").kind).toBe("clarify");
});

test("a history of one SIM is its rows, and of a figure its course", () => {
  expect(queryOf("SMS history of vaccine-fridge-0012 this month").measures).toBeUndefined();
  expect(queryOf("usage history of vaccine-fridge-0012 this month").groupBy).toBeDefined();
});

describe("sizes of groups", () => {
  it.each([
    ["average number of SIMs per customer", "avg"],
    ["median number of SIMs per customer", "median"],
  ])("%s is one number", (question, agg) => {
    const { groupBy, measures } = queryOf(question);
    expect(groupBy).toBeUndefined();
    expect(measures).toMatchObject([
      { measure: { agg, over: { by: [{ member: "sims.customer" }] } } },
    ]);
  });

  it("rank by how many different ones they have", () => {
    expect(queryOf("customers by number of countries")).toMatchObject({
      measures: [{ as: "country_count", measure: { agg: "count_distinct", of: "sims.country" } }],
      orderBy: [{ by: "country_count", direction: "desc" }],
    });
  });
});

test("activated against deactivated are two counts, and both at once is asked about", () => {
  expect(queryOf("SIMs deactivated vs activated this month").measures).toMatchObject([
    { as: "activated", measure: { where: { time: "sims.activated_at" } } },
    { as: "deactivated", measure: { where: { time: "sims.deactivated_at" } } },
  ]);
  expect(ask("activated and deactivated SIMs per month").kind).toBe("clarify");
  expect(text("SIMs activated in July and deactivated in September")).toContain("deactivated_at");
});

test("what has no price is asked about, as is anything that happened", () => {
  expect(ask("SMS cost last month").kind).toBe("clarify");
  expect(ask("what happened yesterday").kind).toBe("clarify");
});

test.each(["SIMs whose label starts with vaccine", 'SIMs with a label that starts with "vaccine"'])(
  "%s: a part of the name",
  (question) => {
    expect(queryOf(question).where).toEqual({
      member: "sims.label",
      op: "starts_with",
      value: "vaccine",
    });
  },
);

test("a text needs no quotation marks behind its verb", () => {
  expect(text("messages containing reboot last week")).toContain(
    '{"member":"sms_messages.body","op":"contains","value":"reboot"}',
  );
});
