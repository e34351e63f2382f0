import { describe, expect, test } from "vitest";
import { ask, queryOf } from "./testing.ts";

const isAcknowledgedIn = (from: string) => ({ time: "alerts.acknowledged_at", from });

test("what people did is dated by when they did it", () => {
  for (const question of [
    "who acknowledged how many alerts in September",
    "which people acked alerts last month, and how many each",
  ])
    expect(queryOf(question)).toMatchObject({
      groupBy: [{ member: "alerts.acknowledged_by" }],
      where: isAcknowledgedIn("2026-09-01T00:00:00.000Z"),
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
