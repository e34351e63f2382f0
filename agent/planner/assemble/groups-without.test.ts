import { expect, test } from "vitest";
import { ask, queryOf } from "../testing.ts";

const OPEN_TICKET = {
  related: "support_tickets",
  via: "customer",
  where: { member: "support_tickets.status", op: "eq", value: "open" },
};
const NAMED = { member: "sims.customer", op: "is_not_null" };
const OPEN_ALERTS = {
  as: "alerts",
  measure: {
    related: "alerts",
    measure: { agg: "count", where: { member: "alerts.resolved_at", op: "is_null" } },
  },
};

test.each([
  "which customers have no open tickets?",
  "customers without open tickets",
  "which customers do not have any open tickets",
])("%s: tickets are the customer's, also those of no SIM", (question) => {
  expect(queryOf(question)).toMatchObject({
    from: "sims",
    groupBy: [{ member: "sims.customer" }],
    where: { and: [{ not: OPEN_TICKET }, NAMED] },
  });
});

test("how many they are is one number", () => {
  expect(queryOf("how many customers have no open ticket?").countGroups).toBe("customer_count");
});

test("of two kinds of rows each holds for all SIMs of the group", () => {
  expect(queryOf("which customers have neither open tickets nor open alerts?")).toMatchObject({
    where: { and: [{ not: OPEN_TICKET }, NAMED] },
    measures: [OPEN_ALERTS],
    having: [{ measure: "alerts", op: "eq", value: 0 }],
  });
  expect(queryOf("customers with open tickets but no open alerts")).toMatchObject({
    where: { and: [OPEN_TICKET, NAMED] },
    measures: [OPEN_ALERTS],
    having: [{ measure: "alerts", op: "eq", value: 0 }],
  });
});

test("a period is of both kinds of rows, but what is open is open now", () => {
  const both = queryOf("countries with no alerts and no rejects this week");
  expect(JSON.stringify(both).match(/"label":"this week"/g)).toHaveLength(2);
  const one = queryOf("customers who had rejects yesterday but have no open alert");
  expect(JSON.stringify(one).match(/"label":"yesterday"/g)).toHaveLength(1);
  expect(one.measures?.[1]).toEqual(OPEN_ALERTS);
});

test.each([
  "who raised the most tickets last month?",
  "who has opened the most tickets last month",
])("%s: tickets are raised by customers", (question) => {
  expect(queryOf(question)).toMatchObject({
    from: "support_tickets",
    groupBy: [{ member: "support_tickets.customer" }],
    limit: 1,
  });
});

test("where something happened is not where its SIM is now: asked back", () => {
  expect(ask("operators with rejects but no attach this week").kind).toBe("clarify");
});

test.each([
  ["customers with suspended SIMs and no open tickets", { not: OPEN_TICKET }],
  ["customers with suspended SIMs and open tickets", OPEN_TICKET],
])("%s: each is had by itself", (question, tickets) => {
  expect(queryOf(question)).toEqual({
    from: "sims",
    groupBy: [{ member: "sims.customer" }],
    where: { and: [tickets, NAMED] },
    measures: [
      {
        as: "sims",
        measure: {
          agg: "count",
          where: { member: "sims.status", op: "eq", value: "suspended" },
        },
      },
    ],
    having: [{ measure: "sims", op: "gt", value: 0 }],
  });
});

test("what stands right behind the SIMs is said of them", () => {
  expect(JSON.stringify(queryOf("customers with suspended SIMs without open alerts"))).toContain(
    '"not":{"related":"alerts"',
  );
});

test("each kind of rows keeps its own bound", () => {
  expect(queryOf("customers with at least 5 pending tickets but no critical alert")).toMatchObject({
    having: [{ measure: "alerts", op: "eq", value: 0 }],
    where: { and: [{ related: "support_tickets", having: { op: "gte", value: 5 } }, NAMED] },
  });
});

test.each([
  "customers with more than 5 SIMs without open alerts",
  "customers with more than 5 SIMs that have open alerts",
])("%s: so many SIMs that are so", (question) => {
  expect(queryOf(question)).toMatchObject({
    from: "sims",
    measures: [{ measure: { agg: "count" } }],
    having: [{ measure: "sims", op: "gt", value: 5 }],
  });
});
