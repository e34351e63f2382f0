import { expect, it } from "vitest";
import { queryOf } from "../testing.ts";

const plain = (question: string, ...context: string[]) =>
  JSON.stringify(queryOf(question, ...context).where);

it.each([
  [
    "leave out the ones we dismissed",
    "which fridges had an anomaly since 1 October?",
    /"anomalies.status","op":"ne","value":"dismissed"/,
  ],
  [
    "without the resolved ones",
    "which fridges had alerts this week?",
    /"alerts.resolved_at","op":"is_null"/,
  ],
  [
    "only the open ones",
    "which fridges have tickets?",
    /"support_tickets.status","op":"eq","value":"open"/,
  ],
])("%s, after %s, is said of what the SIMs have", (question, before, said) => {
  const where = plain(question, before);
  expect(where).toMatch(said);
  expect(where).toContain('"related"');
  expect(where).toContain('"fridge"');
});

it("what SIMs can be themselves is said of them", () => {
  expect(plain("only the suspended ones", "which fridges have tickets?")).toContain(
    '"member":"sims.status","op":"eq","value":"suspended"',
  );
});
