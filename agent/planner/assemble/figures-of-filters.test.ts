import { expect, test } from "vitest";
import { queryOf } from "../testing.ts";
import { figuresOfFilters } from "./figures-of-filters.ts";

test.each([
  "SIMs that used between 100 and 500 MB last week",
  "SIMs that used more than 100 MB but less than 500 MB last week",
  "SIMs with usage between 100 and 500 MB yesterday",
])("%s: two bounds, and the figure once", (question) => {
  const { measures, where } = queryOf(question);
  expect(measures).toHaveLength(1);
  expect(JSON.stringify(where).match(/"having"/g)).toHaveLength(2);
});

test("the same figure in two periods is two columns of their own names", () => {
  const used = (from: string) => ({
    related: "sim_usage_daily" as const,
    where: { time: "sim_usage_daily.day", from },
    having: {
      measure: { agg: "sum" as const, of: "sim_usage_daily.total_volume" },
      op: "gt" as const,
      value: 1,
    },
  });
  expect(figuresOfFilters([used("2026-09-01"), used("2026-10-01")]).map(({ as }) => as)).toEqual([
    "sim_usage_daily_total_volume",
    "sim_usage_daily_total_volume_2",
  ]);
});
