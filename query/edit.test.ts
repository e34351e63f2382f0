import { describe, expect, it } from "vitest";
import { SCOPES } from "#core/actor.ts";
import { periodOf, reversed, withGroup, without, withPeriod } from "./edit.ts";
import { interpret } from "./interpret.ts";
import { Query } from "./query.ts";
import { validate } from "./validate.ts";

const week = { time: "sim_usage_daily.day", from: "2026-10-12", to: "2026-10-19" } as const;
const german = { member: "sims.country", op: "eq", value: "DE" } as const;
const query: Query = {
  from: "sim_usage_daily",
  measures: [{ as: "used", measure: { agg: "sum", of: "sim_usage_daily.total_volume" } }],
  groupBy: [{ member: "sims.customer" }],
  where: { and: [week, { and: [german, { member: "sims.status", op: "eq", value: "active" }] }] },
  having: [{ measure: "used", op: "gt", value: 10 }],
  orderBy: [{ by: "sims.customer", direction: "asc" }],
  limit: 3,
};
const chips = interpret(query, { zone: "UTC" }).chips;
const partOf = (text: string) => {
  const part = chips.find((chip) => chip.text.includes(text))?.part;
  if (!part) throw new Error(`no chip with a part says ${text}`);
  return part;
};
const isValid = (edited: Query) =>
  validate(Query.parse(JSON.parse(JSON.stringify(edited))), { scopes: new Set(SCOPES) });

describe("changing a query by its chips", () => {
  it("leaves out the condition that the chip names, also one that stands deeper", () => {
    const edited = without(query, partOf("country"));
    expect(edited.where).toEqual({
      and: [week, { member: "sims.status", op: "eq", value: "active" }],
    });
    expect(without(without(edited, partOf("12 to 18")), { of: "where", index: 0 }).where).toBe(
      undefined,
    );
  });

  it("puts another period in the place of the old, and touches no other condition", () => {
    const period = { label: "last month", from: "2026-09-01", to: "2026-10-01" };
    expect(withPeriod(query, week, period).where).toEqual({
      and: [
        { time: "sim_usage_daily.day", ...period },
        { and: [german, { member: "sims.status", op: "eq", value: "active" }] },
      ],
    });
    expect(periodOf(query, partOf("12 to 18"))).toEqual(week);
    expect(periodOf(query, partOf("country"))).toBeNull();
  });

  it("changes a period on rows elsewhere together with the column that shows them", () => {
    const measure = { agg: "sum", of: "sim_usage_daily.total_volume" } as const;
    const list: Query = {
      from: "sims",
      measures: [
        {
          as: "used",
          measure: { related: "sim_usage_daily", measure: { ...measure, where: week } },
        },
      ],
      where: {
        related: "sim_usage_daily",
        where: week,
        having: { measure, op: "gt", value: 10 },
      },
    };
    const found = periodOf(list, { of: "where", index: 0 });
    expect(found).toEqual(week);
    const period = { label: "last month", from: "2026-09-01", to: "2026-10-01" };
    const edited = JSON.stringify(withPeriod(list, week, period));
    expect(edited).not.toContain("2026-10-12");
    expect(edited.match(/2026-09-01/g)).toHaveLength(2);
    expect(() => isValid(JSON.parse(edited))).not.toThrow();
  });

  it("drops an order by a group that is gone", () => {
    const edited = withGroup(query, partOf("customer"), { member: "sims.operator" });
    expect(edited).toMatchObject({ groupBy: [{ member: "sims.operator" }] });
    expect(edited.orderBy).toBeUndefined();
  });

  it("turns an order round, and shows all without the limit", () => {
    expect(reversed(query, { of: "orderBy", index: 0 }).orderBy).toEqual([
      { by: "sims.customer", direction: "desc" },
    ]);
    expect(without(query, partOf("the first 3")).limit).toBeUndefined();
  });

  it("gives a valid query for every chip that can be left out", () => {
    const removable = chips.flatMap(({ part }) => (part ? [part] : []));
    expect(removable).toHaveLength(7);
    for (const part of removable) expect(() => isValid(without(query, part))).not.toThrow();
  });
});
