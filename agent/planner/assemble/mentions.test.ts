import { expect, it } from "vitest";
import { queryOf } from "../testing.ts";

const where = (question: string) => JSON.stringify(queryOf(question).where);

it.each([
  "tickets that mention roaming but not Austria",
  "tickets mentioning roaming or Austria",
  "tickets that mention roaming and Austria",
])("%s: a name behind a text is a text", (question) => {
  expect(where(question)).toContain('"value":"austria"');
  expect(where(question)).not.toContain("country");
});

it.each([
  ["tickets mentioning roaming but not from Austria", "sims.country"],
  ["tickets mentioning roaming from Austria", "sims.country"],
  ["tickets mentioning roaming but not resolved", "support_tickets.status"],
  ["tickets mentioning roaming, MediFridge only", "customer"],
])("%s: whose they are, or how they stand, is no text", (question, member) => {
  expect(where(question)).toContain(member);
});
