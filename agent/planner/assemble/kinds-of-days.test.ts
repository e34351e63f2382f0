import { describe, expect, it } from "vitest";
import { queryOf } from "../testing.ts";

const on = (days: number[]) => ({ recurring: "sim_usage_daily.day", grain: "weekday", in: days });
const WEEKDAYS = [1, 2, 3, 4, 5];
const SEPTEMBER = { from: "2026-09-01", to: "2026-10-01" };

describe("weekdays against weekends", () => {
  it.each([
    "weekday vs weekend usage in September",
    "usage on weekdays compared with weekends in September",
    "compare weekdays and weekends in usage for September",
    "difference between weekday and weekend usage in September",
    "usage by weekday vs weekend in September",
  ])("%s", (question) => {
    const query = queryOf(question);
    expect(query.where).toMatchObject(SEPTEMBER);
    const wheres = (query.measures ?? []).map(({ measure }) => measure);
    expect(wheres).toContainEqual(expect.objectContaining({ where: on([6, 7]) }));
    expect(wheres).toContainEqual(expect.objectContaining({ where: on(WEEKDAYS) }));
    expect(wheres).toContainEqual(expect.objectContaining({ per: ["day"], where: on(WEEKDAYS) }));
  });

  it("are averages only where those are asked for", () => {
    const { measures } = queryOf("average daily usage on weekdays vs weekends in September");
    expect(measures).toHaveLength(2);
    expect(measures).toMatchObject([{ measure: { per: ["day"] } }, { measure: { per: ["day"] } }]);
  });

  it("a weekend is any, this and the last one are one", () => {
    expect(JSON.stringify(queryOf("SIMs whose quota expires on a weekend"))).toContain("recurring");
    expect(queryOf("usage last weekend").where).toMatchObject({ from: "2026-10-17" });
  });
});

it("averages of two periods are compared by what they are over", () => {
  expect(queryOf("average daily usage per SIM in September compared to August")).toMatchObject({
    measures: [{ measure: { per: ["day", "sim"] } }, { measure: { per: ["day", "sim"] } }],
  });
});
