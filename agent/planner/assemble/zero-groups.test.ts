import { expect, test } from "vitest";
import { ask, queryOf } from "../testing.ts";

test.each([
  "alerts per customer last week, including those with zero",
  "alerts per customer last week, customers without any as zero",
  "alerts per customer last week, also customers without alerts",
])("%s: the groups are those of the SIMs", (question) => {
  expect(queryOf(question)).toMatchObject({
    from: "sims",
    groupBy: [{ member: "sims.customer" }],
    measures: [
      {
        measure: {
          related: "alerts",
          measure: { agg: "count", where: { from: "2026-10-12T00:00:00.000Z" } },
        },
      },
    ],
  });
});

test("each SIM is a row, and what is said of SIMs chooses them", () => {
  const query = queryOf("rejects per SIM of MediFridge last week, those with none as well");
  expect(query).toMatchObject({
    from: "sims",
    columns: ["sims.iccid", "sims.label"],
    where: { member: "sims.customer", value: "MediFridge" },
    measures: [{ measure: { related: "connection_events" } }],
  });
});

test.each([
  ["how many alerts did each rule raise last week, rules without alerts too", "alert_rules"],
  ["number of SIMs per plan, plans without SIMs too", "rate_plans"],
])("%s", (question, from) => {
  expect(queryOf(question).from).toBe(from);
});

test("groups that cannot be known beforehand are asked about", () => {
  expect(ask("tickets per team last week, including teams without any").kind).toBe("clarify");
});
