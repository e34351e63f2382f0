import { expect, test } from "vitest";
import { queryOf } from "../testing.ts";

test.each([
  ["which customer has the oldest open ticket", "support_tickets", "support_tickets.customer"],
  ["which operator had the latest reject", "connection_events", "connection_events.operator"],
])("%s: the row, and whose it is", (question, from, column) => {
  const query = queryOf(question);
  expect(query).toMatchObject({ from, limit: 1 });
  expect(query.columns).toContain(column);
});
