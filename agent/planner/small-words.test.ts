import { describe, expect, it } from "vitest";
import { ask, queryOf } from "./testing.ts";

const text = (question: string) =>
  JSON.stringify(queryOf(question)).replace(/"label":"[^"]*",?/g, "");

describe("a small word changes the query", () => {
  it.each([
    ["all SIMs but the vaccine fridges", "SIMs that are not vaccine fridges"],
    ["any alert but the critical ones", "alerts that are not critical"],
    ["open tickets, aside from MediFridge", "open tickets except MediFridge"],
    [
      "rules without alerts last week, count the disabled ones in",
      "rules without alerts last week",
    ],
    ["SIMs of MediFridge including suspended ones", "SIMs of MediFridge"],
    ["SIMs with repeated rejects yesterday", "SIMs with more than one reject yesterday"],
  ])("%s", (question, plain) => {
    expect(text(question)).toBe(text(plain));
  });

  it.each([
    ["SIMs with a customer", '{"member":"sims.customer","op":"is_not_null"}'],
    ["fridges that still have data left", '{"member":"quota_data.remaining","op":"gt","value":0}'],
    ["plans with free SMS", '{"member":"rate_plans.included_sms","op":"gt","value":0}'],
    ["SIMs that did not receive an SMS yesterday", '"op":"eq","value":"mt"}'],
    ["last attach per SIM", '"firstPer":{"members":["connection_events.iccid"],"limit":1}'],
    ["trend of rejects last week", '"grain":"day"'],
    [
      "tickets resolved per day last week",
      '{"member":"support_tickets.resolved_at","grain":"day"}',
    ],
    ["alerts after 5 pm yesterday", '"to":"2026-10-21T00:00:00.000Z"'],
    ["oldest active SIM of each customer", '"firstPer":{"members":["sims.customer"],"limit":1}'],
    ["tickets that took longer than 2 days to resolve", '"op":"gt","value":48}'],
    ["which day had the most traffic last month", '"grain":"day"'],
    ["at which hour of the day do fridges use most data", '"limit":1'],
    ["which SIMs used data since Monday and how much", '{"member":"sim_usage_daily.iccid"}'],
    ["who did anything on vaccine-fridge-0001 last week", '"from":"audit_logs"'],
    ["when did vaccine-fridge-0001 last have a reject", '"value":"reject"'],
    ["alerts every Monday", '"grain":"weekday","in":[1]'],
  ])("%s holds %s", (question, part) => {
    expect(text(question)).toContain(part);
  });
});

describe("what a query cannot say is asked about", () => {
  it.each([
    "which other customers have open alerts",
    "old SIMs with open alerts",
    "the second highest usage per customer last month",
    "SIMs that used to be in Italy",
    "SIMs no longer in Italy",
    "SIMs moved to Italy last week",
    "SIMs that left MediFridge",
    "are all fridges active?",
    "customers whose SIMs are all suspended",
    "customers with both open alerts and open tickets",
    "tickets of customers without open alerts",
    "tickets handled last week",
    "usage mid September",
    "my boss wants the suspended ones out. How many SIMs does MediFridge have?",
    "ever since the outage on 5 October: rejects per day",
    "SIMs that sent data every day last week",
    "rejects that were followed by an attach",
    "fridge usage on Saturday and Sunday, each",
    "SIMs seen in more than 2 countries last month",
    "open tickets except the high priority ones of MediFridge",
    "usage by Friday",
    "alerts from 1 October",
    "first and last reject of yesterday",
  ])("%s", (question) => {
    expect(ask(question).kind).toBe("clarify");
  });
});
