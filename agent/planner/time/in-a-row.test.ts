import { expect, test } from "vitest";
import { ask, queryOf } from "../testing.ts";

test("periods named one by one are one stretch, split as it was said", () => {
  const query = queryOf("Total GB by month for July, August and September");
  expect(query.where).toMatchObject({ from: "2026-07-01", to: "2026-10-01" });
  expect(query.groupBy).toEqual([{ member: "sim_usage_daily.day", grain: "month" }]);
});

test("days of one month named one by one are one stretch", () => {
  const query = queryOf("rejects per day on 12, 13 and 14 October");
  expect(JSON.stringify(query.where)).toContain("2026-10-15");
});

test("two periods that are compared stay two, more are set side by side", () => {
  expect(queryOf("compare usage in August and September").measures).toHaveLength(2);
  const query = queryOf("compare usage in July, August and September");
  expect(query.groupBy).toMatchObject([{ grain: "month" }]);
});

test("whether a figure is added up is asked about", () => {
  expect(ask("usage in July and August").kind).toBe("clarify");
  expect(queryOf("total usage in July and August").groupBy).toBeUndefined();
});
