import { expect, test } from "vitest";
import { ask, queryOf } from "../testing.ts";

const EXHAUSTED = { member: "connection_events.type", op: "eq", value: "quota_exhausted" };
const WARNED = { member: "connection_events.type", op: "eq", value: "quota_threshold" };

test.each([
  "SIMs that did not run out of data last month",
  "which fridges have not run dry since 1 September",
  "SIMs that never ran out of data this month",
])("%s: those without such an event", (question) => {
  const text = JSON.stringify(queryOf(question).where);
  expect(text).toContain('"not":{"related":"connection_events"');
  expect(text).toContain(JSON.stringify(EXHAUSTED));
});

test("what did not happen keeps its own time beside that of something else", () => {
  const { where } = queryOf(
    "SIMs with an alert last week that have not run out of data since 1 October",
  );
  const [alert, ranOut] = where && "and" in where ? where.and : [];
  expect(JSON.stringify(alert)).toContain("2026-10-12");
  expect(JSON.stringify(ranOut)).toContain("2026-10-01");
  expect(JSON.stringify(ranOut)).not.toContain("2026-10-12");
});

test.each([
  "SIMs that tripped the 80% data warning this month but have no exhausted event",
  "fridges that crossed the 80 percent mark this month and did not run dry this month",
])("%s", (question) => {
  const text = JSON.stringify(queryOf(question).where);
  expect(text).toContain(JSON.stringify(WARNED));
  expect(text).toContain('"not":{"related":"connection_events"');
});

test("since when is asked about where nothing says so", () => {
  expect(ask("fridges that crossed the 80% mark this month without running out since").kind).toBe(
    "clarify",
  );
});

test("what stands in brackets is not the question", () => {
  const made = ask("SIMs that fizzled the purple box in May (no exhausted event)");
  expect(made.kind).toBe("clarify");
});
