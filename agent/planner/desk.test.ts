import { describe, expect, it, test } from "vitest";
import { ask, queryOf } from "./testing.ts";

const ACTION = (value: string) => ({ member: "audit_logs.action", op: "eq", value });

describe("who did what", () => {
  test("a verb of state next to who is an entry of the audit log", () => {
    expect(queryOf("who suspended vaccine-fridge-0012 and when?")).toMatchObject({
      from: "audit_logs",
      where: { and: expect.arrayContaining([ACTION("sim.suspend")]) },
    });
  });

  test("who alone gives each person once", () => {
    expect(queryOf("Who topped up quotas in September?")).toMatchObject({
      from: "audit_logs",
      groupBy: [{ member: "audit_logs.actor" }],
    });
  });

  test("SIMs that something was done to stay SIMs", () => {
    expect(queryOf("which SIMs were renamed in September")).toMatchObject({
      from: "sims",
      where: { related: "audit_logs" },
    });
  });

  test("a state without a doer or a date stays a state", () => {
    expect(queryOf("how many suspended SIMs are there").where).toEqual({
      member: "sims.status",
      op: "eq",
      value: "suspended",
    });
  });
});

describe("texts", () => {
  test("words in capitals beside a message are its text", () => {
    expect(queryOf("how many GET DIAG texts failed last month").where).toMatchObject({
      and: expect.arrayContaining([
        { member: "sms_messages.body", op: "starts_with", value: "GET DIAG" },
      ]),
    });
  });

  test("a word after mention is looked for in subject and description", () => {
    expect(queryOf("tickets that mention roaming").where).toEqual({
      or: [
        { member: "support_tickets.subject", op: "contains", value: "roaming" },
        { member: "support_tickets.description", op: "contains", value: "roaming" },
      ],
    });
  });

  test("a quotation that belongs to nothing is asked back", () => {
    expect(ask('SIMs with "foo bar"').kind).toBe("clarify");
  });
});

describe("how long things took", () => {
  test("within a duration is how long it took, within the last days is when", () => {
    expect(queryOf("tickets resolved within 2 days").where).toEqual({
      member: "support_tickets.hours_to_resolve",
      op: "lte",
      value: 48,
    });
    expect(queryOf("tickets resolved within the last 2 days").where).toMatchObject({
      time: "support_tickets.resolved_at",
    });
  });

  test("several figures of one measure are columns each", () => {
    const { measures } = queryOf("median and 90th percentile of the resolution time by category");
    expect(measures?.map(({ measure }) => "agg" in measure && measure.agg)).toEqual([
      "median",
      "p90",
    ]);
  });
});

test("one ticket is named by its number", () => {
  expect(queryOf("show ticket #356").where).toEqual({
    member: "support_tickets.id",
    op: "eq",
    value: 356,
  });
});

test("tickets per 100 SIMs count the SIMs without tickets too", () => {
  expect(queryOf("tickets per 100 SIMs for each customer")).toMatchObject({
    from: "sims",
    groupBy: [{ member: "sims.customer" }],
    measures: [{ measure: { op: "rate", times: 100, b: { agg: "count" } } }],
  });
});

test("values that a figure is asked for side by side are groups", () => {
  expect(queryOf("median resolution time for high, medium and low priority tickets")).toMatchObject(
    {
      groupBy: [{ member: "support_tickets.priority" }],
    },
  );
});

test("a SIM that gets messages is sent them", () => {
  const mt = { member: "sms_messages.direction", op: "eq", value: "mt" };
  expect(queryOf("which SIM got the most texts last month").where).toMatchObject({
    and: expect.arrayContaining([mt]),
  });
  expect(JSON.stringify(queryOf("how many texts were sent last week"))).not.toContain("direction");
});

test("opening a ticket is no state of it", () => {
  const { where } = queryOf("how many tickets did each customer open last month");
  expect(JSON.stringify(where)).not.toContain("status");
});

test("contents of messages are no readings of devices", () => {
  expect(ask("delivered PING texts last week").kind).toBe("query");
  expect(ask("what is the signal strength of vaccine-fridge-0012").kind).toBe("refuse");
  expect(ask("how many tickets were reopened").kind).toBe("refuse");
});

describe("opened and closed", () => {
  test("against each other in one period: two counts, each by its own date", () => {
    const { measures } = queryOf("tickets created vs resolved last month");
    expect(measures).toMatchObject([
      { measure: { where: { time: "support_tickets.created_at" } } },
      { measure: { where: { time: "support_tickets.resolved_at" } } },
    ]);
  });

  test("joined by and, they may be the same tickets: asked back", () => {
    expect(ask("tickets created and resolved in September").kind).toBe("clarify");
  });

  test("who closed a ticket is not held", () => {
    expect(ask("who resolved ticket 356").kind).toBe("clarify");
    expect(ask("who closed my alerts").kind).toBe("clarify");
    expect(ask("who acknowledged the closed alerts").kind).toBe("query");
  });
});

test("what is open now has no period where something else has", () => {
  const { where } = queryOf("SIMs with an open ticket and no traffic in the last 7 days");
  expect(where).toMatchObject({
    and: [
      {
        related: "support_tickets",
        where: { member: "support_tickets.status", op: "eq", value: "open" },
      },
      { not: { related: "sim_usage_daily" } },
    ],
  });
});

test("several tickets by their numbers, and a word in the subject", () => {
  expect(queryOf("show tickets 12, 15 and 18").where).toMatchObject({ values: [12, 15, 18] });
  expect(queryOf("tickets with invoice in the subject").where).toEqual({
    member: "support_tickets.subject",
    op: "contains",
    value: "invoice",
  });
});

describe("what looks like another question", () => {
  it("what is open is no opening", () => {
    expect(JSON.stringify(queryOf("how many tickets does each team have open").where)).toContain(
      '"open"',
    );
  });

  it("a recommendation to upgrade is no order to", () => {
    expect(queryOf("upgrade recommendations for MediFridge").from).toBe("quota_recommendations");
  });

  it("a cause is that of an event, and no reason of a recommendation", () => {
    expect(queryOf("which cause is most frequent in Italy").from).toBe("connection_events");
  });

  it.each([
    "SIMs being rejected right now",
    "who dismissed the anomalies yesterday",
    "what do we pay for SMS",
    "how often was vaccine-fridge-0007 offline this month",
  ])("%s: is asked about", (question) => {
    expect(ask(question).kind).toBe("clarify");
  });
});
