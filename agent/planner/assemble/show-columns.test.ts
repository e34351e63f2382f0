import { expect, test } from "vitest";
import { queryOf } from "../testing.ts";

test("'with their usage' shows it, where 'with usage' asks for SIMs that have some", () => {
  const shown = queryOf("list the SIMs of TankWatch with their usage this month");
  expect(shown.measures).toMatchObject([{ measure: { related: "sim_usage_daily" } }]);
  expect(shown.where).toEqual({ member: "sims.customer", op: "eq", value: "TankWatch" });
  const narrowed = queryOf("SIMs of TankWatch with usage this month");
  expect(JSON.stringify(narrowed.where)).toContain('"related":"sim_usage_daily"');
});

test("one period is of all figures that are shown", () => {
  const both = queryOf("SIMs with their traffic and number of alerts this month");
  expect(both.measures?.map(({ measure }) => JSON.stringify(measure))).toEqual([
    expect.stringContaining('"label":"this month"'),
    expect.stringContaining('"label":"this month"'),
  ]);
});

test("a period is of the figure, as a quota has none", () => {
  const query = queryOf("SIMs of TankWatch with their usage this month and their quota");
  expect(query.columns).toContain("quota_data.total");
  expect(query.measures).toMatchObject([
    { measure: { related: "sim_usage_daily", measure: { where: { from: "2026-10-01" } } } },
  ]);
});
