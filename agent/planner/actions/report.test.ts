import { expect, it } from "vitest";
import { ask } from "../testing.ts";

const SEPTEMBER = { start_date: "2026-09-01", end_date: "2026-09-30" };

it.each<[string, Record<string, unknown>]>([
  [
    "send me a usage report by customer for last month as csv",
    { ...SEPTEMBER, group_by: "customer" },
  ],
  ["generate a report", {}],
  ["make me a report on MediFridge for the board", { customer: "MediFridge" }],
  [
    "usage report for last month per customer as csv please",
    { ...SEPTEMBER, group_by: "customer" },
  ],
  ["give me the usage per customer last month as csv", { ...SEPTEMBER, group_by: "customer" }],
  ["September usage per country, as a csv report", { ...SEPTEMBER, group_by: "country" }],
  ["I need a monthly report by customer", { grain: "month", group_by: "customer" }],
  [
    "export a weekly usage report by country for September",
    { ...SEPTEMBER, grain: "week", group_by: "country" },
  ],
  ["generate a monthly report for MediFridge", { grain: "month", customer: "MediFridge" }],
  [
    "produce a daily data report per rate plan for last week",
    { start_date: "2026-10-12", end_date: "2026-10-18", grain: "day", group_by: "rate_plan" },
  ],
  [
    "export a usage report by day and by operator since 1 August",
    { start_date: "2026-08-01", end_date: "2026-10-21", grain: "day", group_by: "operator" },
  ],
  [
    "send us the usage report by tag in Austria this month",
    { start_date: "2026-10-01", end_date: "2026-10-21", group_by: "tag", country: "AT" },
  ],
])("%s", (question, input) => {
  const made = ask(question);
  expect(made).toMatchObject({ kind: "action", tool: "generate_report", targets: [] });
  expect(made).toHaveProperty("input", { ...input, format: "csv" });
});

it.each(["I need a report", "give me the report for last week"])(
  "%s: it is asked what it should tell",
  (question) => {
    expect(ask(question).kind).toBe("clarify");
  },
);

it("says that there is no PDF yet", () => {
  expect(ask("send me a report of last month as pdf")).toMatchObject({
    input: { ...SEPTEMBER, format: "csv" },
    summary: expect.stringMatching(/usage of last month as CSV, the one format there is yet$/),
  });
});

it.each(["generate a report on open tickets", "send me a report about frobnication"])(
  "%s: asks what it should be about",
  (question) => {
    expect(ask(question)).toMatchObject({
      kind: "clarify",
      question: expect.stringMatching(/report/),
    });
  },
);
