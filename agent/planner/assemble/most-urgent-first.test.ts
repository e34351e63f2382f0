import { expect, it } from "vitest";
import { queryOf } from "../testing.ts";

it.each([
  ["which SIMs run out of data in the next 7 days?", "outlook_data.exhaustion_date", "asc"],
  ["SIMs whose quota expires this week", "quota_data.expires_at", "asc"],
  ["SIMs not seen for more than 2 days", "sims.last_seen_at", "asc"],
  ["SIMs that used more than 90 % of their data quota", "quota_data.used_percent", "desc"],
  ["SIMs with less than 10 % of their quota left", "quota_data.used_percent", "desc"],
  ["fridges with less than 10 MB left", "quota_data.remaining", "asc"],
  ["tickets open for more than 3 days", "support_tickets.created_at", "asc"],
] as const)("what is furthest beyond its bound comes first: %s", (question, by, direction) => {
  expect(queryOf(question).orderBy).toEqual([{ by, direction }]);
});

it("an order that was asked for stays, and what is within no bound has none", () => {
  const newest = queryOf("SIMs not seen for more than 2 days, newest first");
  expect(newest.orderBy).toEqual([{ by: "sims.last_seen_at", direction: "desc" }]);
  expect(queryOf("SIMs seen in the last hour").orderBy).toBeUndefined();
  expect(queryOf("suspended fridges in Spain").orderBy).toBeUndefined();
  expect(queryOf("how many SIMs have not been seen for 2 days?").orderBy).toBeUndefined();
});
