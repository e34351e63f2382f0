import { describe, expect, test } from "vitest";
import { plan } from "./plan.ts";
import { ask, NAMES, NOW, queryOf } from "./testing.ts";

const INPUT = {
  context: [],
  gazetteer: {
    ...NAMES,
    actors: ["jonas.berg@helios.example"],
    notificationChannels: ["email", "pager"],
  },
  now: NOW,
  zone: "UTC",
};

const isAcknowledgedIn = (from: string) => ({ time: "alerts.acknowledged_at", from });

test("what people did is dated by when they did it", () => {
  for (const question of [
    "who acknowledged how many alerts in September",
    "which people acked alerts last month, and how many each",
  ])
    expect(queryOf(question)).toMatchObject({
      groupBy: [{ member: "alerts.acknowledged_by" }],
      where: {
        and: [
          isAcknowledgedIn("2026-09-01T00:00:00.000Z"),
          { member: "alerts.acknowledged_by", op: "is_not_null" },
        ],
      },
    });
});

describe("a share of dated rows", () => {
  test("has the date in the whole, and what we did in the part", () => {
    const query = queryOf("what share of tickets opened in September did we resolve, per team");
    expect(query).toMatchObject({
      where: { time: "support_tickets.created_at" },
      measures: [
        {
          measure: {
            op: "percent",
            a: { where: { member: "support_tickets.resolved_at", op: "is_not_null" } },
          },
        },
      ],
    });
  });

  test("has the date in the part where nothing else is asked", () => {
    const [first] = queryOf("what percentage of SIMs was seen yesterday").measures ?? [];
    expect(first?.measure).toMatchObject({ a: { where: { time: "sims.last_seen_at" } } });
  });
});

test("rows named first, then all that they belong to, are grouped by it", () => {
  expect(queryOf("open anomalies - which customers own those devices?")).toMatchObject({
    from: "anomalies",
    groupBy: [{ member: "sims.customer" }],
  });
});

test("something to be done that is not said is asked about", () => {
  expect(ask("can you sort out the suspended ones").kind).toBe("clarify");
  expect(ask("sort out which SIMs are suspended").kind).toBe("query");
});

test("what a message says is no part of the request", () => {
  expect(ask("send 'SET report=hourly' to all vaccine fridges")).toMatchObject({
    tool: "send_sms",
    input: { body: "SET report=hourly" },
  });
});

test("a short word is no misspelling of one that means nothing", () => {
  expect(ask("how many lake devices are suspended").kind).toBe("clarify");
  expect(ask("shwo me suspended SIMs").kind).toBe("query");
});

describe("the log, the rules and the advice", () => {
  test.each([
    "what has Jonas been up to yesterday, per action",
    "what did Jonas do yesterday, count per action",
  ])("%s splits the entries by what was done", (question) => {
    const query = plan({ ...INPUT, question });
    expect(query).toMatchObject({
      kind: "query",
      query: { from: "audit_logs", groupBy: [{ member: "audit_logs.action" }] },
    });
  });

  test.each([
    "how many alerts this month came from rules that ring the pager",
    "how many alerts this month were raised by rules notifying the pager",
  ])("%s counts all of them together", (question) => {
    const made = plan({ ...INPUT, question });
    if (made.kind !== "query") throw new Error(JSON.stringify(made));
    expect(made.query.groupBy).toBeUndefined();
    expect(JSON.stringify(made.query)).toContain('"op":"has","value":"pager"');
  });

  test("whom nobody named is nobody who has the most", () => {
    const made = plan({ ...INPUT, question: "who of my colleagues has the most open anomalies" });
    expect(JSON.stringify(made)).toContain('"anomalies.assigned_to","op":"is_not_null"');
  });

  test("what nobody has is not a column", () => {
    for (const question of [
      "anomalies detected this week that have nobody assigned",
      "anomalies detected this week with no owner",
    ])
      expect(JSON.stringify(queryOf(question)), question).toContain(
        '"anomalies.assigned_to","op":"is_null"',
      );
  });

  test("who did most is one person", () => {
    expect(queryOf("who suspended the most SIMs in September")).toMatchObject({
      from: "audit_logs",
      groupBy: [{ member: "audit_logs.actor" }],
      limit: 1,
    });
  });

  test("the highest share of inactive SIMs is of each customer's own", () => {
    expect(queryOf("which customer has the highest share of inactive SIMs?")).toMatchObject({
      measures: [{ measure: { op: "percent", b: { agg: "count" } } }],
      groupBy: [{ member: "sims.customer" }],
      limit: 1,
    });
  });

  test.each([
    "alert rules with their number of open alerts, also those with none",
    "number of SIMs at the end of each month",
  ])("%s is asked about", (question) => {
    expect(ask(question).kind).toBe("clarify");
  });

  test("what is compared with last month is this month", () => {
    const question = "has the number of tickets gone up compared to last month?";
    expect(
      queryOf(question)
        .measures?.slice(0, 2)
        .map(({ as }) => as),
    ).toEqual(["tickets_this_month", "tickets_last_month"]);
  });

  test("a word in capitals after a verb of saying is a text, without the comma behind it", () => {
    const question = "MO messages from MediFridge devices containing ALARM, last 7 days";
    expect(JSON.stringify(queryOf(question))).toContain(
      '"sms_messages.body","op":"contains","value":"ALARM"',
    );
  });

  test("the confidence of advice is the advice's own", () => {
    const question = "which upgrades do you recommend, with the confidence, surest first";
    const made = JSON.stringify(plan({ ...INPUT, question }));
    expect(made).toContain('"by":"quota_recommendations.confidence"');
    expect(made).not.toContain("support_tickets");
  });

  test("what percentage moved data is of the SIMs, not of their data", () => {
    const question = "what percentage of the fridges moved any data on Sunday";
    const made = plan({ ...INPUT, question });
    expect(made).toMatchObject({ query: { from: "sims", measures: [{ as: "percent" }] } });
  });
});
