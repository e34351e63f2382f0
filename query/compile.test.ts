import { beforeAll, describe, expect, it } from "vitest";
import { testActor } from "#db/testing.ts";
import { Query } from "./query.ts";
import { runQuery } from "./run.ts";
import { insertFixture, makeFixture } from "./testing/fixture.ts";

const actor = testActor();
const fixture = makeFixture();
beforeAll(() => insertFixture(actor, fixture));

const ask = (query: unknown) => runQuery(actor, Query.parse(query));
const WEEK = { time: "sim_usage_daily.day", from: "2026-10-12", to: "2026-10-19" };
const TOTAL = { agg: "sum", of: "sim_usage_daily.total_volume" };
const usageOfWeek = fixture.sim_usage_daily.filter(
  (row) => String(row.day) >= "2026-10-12" && String(row.day) < "2026-10-19",
);
const total = (rows: readonly { readonly total_volume?: unknown }[]) =>
  rows.reduce((sum, row) => sum + Number(row.total_volume), 0);

describe("aggregates", () => {
  it("counts by group, largest first", async () => {
    const { rows } = await ask({
      from: "sims",
      groupBy: [{ member: "sims.status" }],
      measures: [{ as: "sims", measure: { agg: "count" } }],
    });
    const counts = Map.groupBy(fixture.sims, (sim) => sim.status);
    expect(rows).toHaveLength(counts.size);
    for (const row of rows) expect(row.sims).toBe(counts.get(row.status)?.length);
    expect(rows.map((row) => row.sims)).toEqual(
      rows.map((row) => Number(row.sims)).sort((a, b) => b - a),
    );
  });

  it("sums into the unit that was asked for", async () => {
    const { rows, columns } = await ask({
      from: "sim_usage_daily",
      where: WEEK,
      measures: [{ as: "used", unit: "MB", measure: TOTAL }],
    });
    expect(rows[0]?.used).toBeCloseTo(total(usageOfWeek) / 1_048_576, 6);
    expect(columns[0]).toMatchObject({ name: "used", kind: "bytes", unit: "MB", isMeasure: true });
  });

  it("averages per day and SIM over all days and SIMs, with rows or without", async () => {
    const where = { and: [WEEK, { member: "sims.customer", op: "eq", value: "Volt" }] };
    const sims = fixture.sims.filter((sim) => sim.customer === "Volt").map((sim) => sim.iccid);
    const used = total(usageOfWeek.filter((row) => sims.includes(row.iccid)));
    const measure = { ...TOTAL, per: ["day", "sim"] };
    const alone = await ask({
      from: "sim_usage_daily",
      where,
      measures: [{ as: "mean", measure }],
    });
    expect(alone.rows[0]?.mean).toBeCloseTo(used / 7 / sims.length, 3);
    const grouped = await ask({
      from: "sim_usage_daily",
      where: WEEK,
      groupBy: [{ member: "sims.customer" }],
      measures: [{ as: "mean", measure }],
    });
    const volt = grouped.rows.find((row) => row.customer === "Volt");
    expect(volt?.mean).toBeCloseTo(used / 7 / sims.length, 3);
  });

  it("averages per day over those days of the week only, where others are left out", async () => {
    const onWeekends = { recurring: "sim_usage_daily.day", grain: "weekday", in: [6, 7] };
    const fortnight = { ...WEEK, from: "2026-10-05" };
    const used = total(
      fixture.sim_usage_daily.filter(({ day }) =>
        ["2026-10-10", "2026-10-11", "2026-10-17", "2026-10-18"].includes(String(day)),
      ),
    );
    const perDay = { ...TOTAL, per: ["day"] };
    const eachDay = [{ member: "sim_usage_daily.day", grain: "day" }];
    const { rows } = await ask({
      from: "sim_usage_daily",
      where: { and: [fortnight, onWeekends] },
      measures: [
        { as: "mean", measure: perDay },
        { as: "mean_of_days", measure: { agg: "avg", over: { measure: TOTAL, by: eachDay } } },
        { as: "least", measure: { agg: "min", over: { measure: TOTAL, by: eachDay } } },
      ],
    });
    expect(Number(rows[0]?.mean)).toBeCloseTo(used / 4, 3);
    expect(Number(rows[0]?.mean_of_days)).toBeCloseTo(used / 4, 3);
    const each = await ask({
      from: "sim_usage_daily",
      where: { and: [fortnight, onWeekends] },
      groupBy: [{ member: "sim_usage_daily.day", grain: "week" }],
      measures: [{ as: "mean", measure: perDay }],
    });
    expect(each.rows.reduce((sum, row) => sum + Number(row.mean), 0)).toBeCloseTo(used / 2, 3);
  });

  it("averages per day within each bucket of time by that bucket's days", async () => {
    const { rows } = await ask({
      from: "sim_usage_daily",
      where: { time: "sim_usage_daily.day", from: "2026-10-11", to: "2026-10-19" },
      groupBy: [{ member: "sim_usage_daily.day", grain: "week" }],
      measures: [{ as: "mean", measure: { ...TOTAL, per: ["day"] } }],
    });
    const sunday = total(fixture.sim_usage_daily.filter((row) => row.day === "2026-10-11"));
    expect(rows.map((row) => row.week)).toEqual(["2026-10-05", "2026-10-12"]);
    expect(rows[0]?.mean).toBeCloseTo(sunday, 3);
    expect(rows[1]?.mean).toBeCloseTo(total(usageOfWeek) / 7, 3);
  });

  it("fills days without rows with zero", async () => {
    const { rows } = await ask({
      from: "sim_usage_daily",
      where: WEEK,
      groupBy: [{ member: "sim_usage_daily.day", grain: "day" }],
      measures: [
        { as: "used", measure: TOTAL },
        { as: "mean", measure: { agg: "avg", of: "sim_usage_daily.total_volume" } },
      ],
      fillGaps: true,
    });
    expect(rows).toHaveLength(7);
    expect(rows[2]).toEqual({ day: "2026-10-14", used: 0, mean: null });
  });

  it("takes an outer aggregate over inner groups, empty days as zero", async () => {
    const over = { measure: TOTAL, by: [{ member: "sim_usage_daily.day", grain: "day" }] };
    const { rows } = await ask({
      from: "sim_usage_daily",
      where: WEEK,
      measures: (["max", "min", "avg", "median"] as const).map((agg) => ({
        as: agg,
        measure: { agg, over },
      })),
    });
    const daily = Map.groupBy(usageOfWeek, (row) => row.day);
    const totals = [...daily.values()].map(total);
    expect(rows[0]).toMatchObject({ max: Math.max(...totals), min: 0 });
    expect(rows[0]?.avg).toBeCloseTo(total(usageOfWeek) / 7, 3);
  });

  it("takes the median over SIMs, those without rows as zero", async () => {
    const over = { measure: TOTAL, by: [{ member: "sims.iccid" }] };
    const { rows } = await ask({
      from: "sim_usage_daily",
      where: WEEK,
      groupBy: [{ member: "sims.customer" }],
      measures: [
        { as: "least", measure: { agg: "min", over } },
        { as: "mean", measure: { agg: "avg", over } },
      ],
    });
    for (const row of rows) {
      const sims = fixture.sims
        .filter((sim) => sim.customer === row.customer)
        .map((sim) => sim.iccid);
      const used = sims.map((iccid) => total(usageOfWeek.filter((usage) => usage.iccid === iccid)));
      expect(row.least).toBe(Math.min(...used));
      expect(row.mean).toBeCloseTo(used.reduce((a, b) => a + b, 0) / sims.length, 2);
    }
  });

  it("compares periods by filtered measures, null where there is nothing to compare with", async () => {
    const of = (from: string, to: string) => ({
      ...TOTAL,
      where: { time: "sim_usage_daily.day", from, to },
    });
    const { rows, sql } = await ask({
      from: "sim_usage_daily",
      groupBy: [{ member: "sims.iccid" }],
      measures: [
        {
          as: "change",
          measure: {
            op: "percent_change",
            a: of("2026-10-12", "2026-10-19"),
            b: of("2026-10-05", "2026-10-12"),
          },
        },
        { as: "before", measure: of("2026-10-05", "2026-10-12") },
      ],
    });
    expect(sql).toContain(
      "where (sim_usage_daily.day >= date '2026-10-05' and sim_usage_daily.day < date '2026-10-19')",
    );
    expect(rows.some((row) => row.before === 0)).toBe(true);
    for (const row of rows) if (row.before === 0) expect(row.change).toBeNull();
  });

  it("gives shares of the whole, also where having hides some groups", async () => {
    const share = { share: { agg: "count" } };
    const query = {
      from: "sims",
      groupBy: [{ member: "sims.country" }],
      measures: [
        { as: "share", measure: share },
        { as: "sims", measure: { agg: "count" } },
      ],
    };
    const all = await ask(query);
    const sum = all.rows.reduce((sum, row) => sum + Number(row.share), 0);
    expect(sum).toBeCloseTo(100, 6);
    const some = await ask({
      ...query,
      having: [{ measure: "sims", op: "gte", value: Number(all.rows[0]?.sims) }],
    });
    expect(some.rows[0]).toEqual(all.rows[0]);
    expect(some.rows.length).toBeLessThan(all.rows.length);
  });

  it("groups by the elements of a list", async () => {
    const { rows } = await ask({
      from: "sims",
      groupBy: [{ member: "sims.tags" }],
      measures: [{ as: "sims", measure: { agg: "count" } }],
    });
    const pilots = fixture.sims.filter((sim) => (sim.tags as string[]).includes("pilot"));
    expect(rows.find((row) => row.tags === "pilot")?.sims).toBe(pilots.length);
  });

  it("adds up measures of related rows without counting any twice", async () => {
    const { rows } = await ask({
      from: "sims",
      measures: [
        { as: "sims", measure: { agg: "count" } },
        { as: "alerts", measure: { related: "alerts", measure: { agg: "count" } } },
        { as: "used", measure: { related: "sim_usage_daily", measure: { ...TOTAL, where: WEEK } } },
      ],
    });
    expect(rows[0]).toEqual({
      sims: fixture.sims.length,
      alerts: fixture.alerts.filter((alert) => alert.iccid).length,
      used: total(usageOfWeek),
    });
  });

  it("names weekdays, and sorts values that rise by rank", async () => {
    const days = await ask({
      from: "sim_usage_daily",
      where: WEEK,
      groupBy: [{ member: "sim_usage_daily.day", grain: "weekday" }],
      measures: [{ as: "mean", measure: { ...TOTAL, per: ["day"] } }],
    });
    expect(days.rows[0]).toMatchObject({ weekday: "Monday", weekday_number: 1 });
    const alerts = await ask({
      from: "alerts",
      groupBy: [{ member: "alerts.severity" }],
      orderBy: [{ by: "alerts.severity", direction: "desc" }],
    });
    expect(alerts.rows.map((row) => row.severity)).toEqual(["critical", "high", "medium", "low"]);
  });

  it("puts instants into days of the zone", async () => {
    const { rows } = await ask({
      from: "connection_events",
      zone: "America/New_York",
      where: { time: "connection_events.occurred_at", from: "2026-10-20", to: "2026-10-21" },
      groupBy: [{ member: "connection_events.occurred_at", grain: "day" }],
      measures: [{ as: "events", measure: { agg: "count" } }],
    });
    const inDay = fixture.connection_events.filter(({ occurred_at }) => {
      const at = (occurred_at as Date).toISOString();
      return at >= "2026-10-20T04:00:00.000Z" && at < "2026-10-21T04:00:00.000Z";
    });
    expect(rows).toEqual([{ day: "2026-10-20", events: inDay.length }]);
  });
});

describe("lists", () => {
  it("finds SIMs by what their related rows add up to, none counting as zero", async () => {
    const quiet = await ask({
      from: "sims",
      columns: ["sims.iccid"],
      where: {
        related: "sim_usage_daily",
        where: WEEK,
        having: { measure: TOTAL, op: "lt", value: 1_048_576 },
      },
    });
    const expected = fixture.sims
      .map((sim) => sim.iccid)
      .filter((iccid) => total(usageOfWeek.filter((row) => row.iccid === iccid)) < 1_048_576);
    expect(quiet.rows.map((row) => row.iccid)).toEqual(expected);
  });

  it("tells presence and absence apart, at the top, nested and negated", async () => {
    const open = { related: "alerts", where: { member: "alerts.is_open", op: "eq", value: true } };
    const ticket = {
      related: "support_tickets",
      where: { member: "support_tickets.status", op: "eq", value: "open" },
    };
    const withOpen = new Set(
      fixture.alerts.filter((a) => a.iccid && !a.resolved_at).map((a) => a.iccid),
    );
    const withTicket = new Set(
      fixture.support_tickets.filter((t) => t.iccid && t.status === "open").map((t) => t.iccid),
    );
    const cases = [
      { where: open, holds: (i: unknown) => withOpen.has(i) },
      { where: { not: open }, holds: (i: unknown) => !withOpen.has(i) },
      {
        where: { or: [open, ticket] },
        holds: (i: unknown) => withOpen.has(i) || withTicket.has(i),
      },
      {
        where: { and: [ticket, { not: open }] },
        holds: (i: unknown) => withTicket.has(i) && !withOpen.has(i),
      },
      {
        where: { not: { and: [ticket, { not: open }] } },
        holds: (i: unknown) => !(withTicket.has(i) && !withOpen.has(i)),
      },
    ];
    for (const { where, holds } of cases) {
      const { rows } = await ask({ from: "sims", columns: ["sims.iccid"], where });
      expect(rows.map((row) => row.iccid)).toEqual(fixture.sims.map((s) => s.iccid).filter(holds));
    }
  });

  it("counts null as not satisfying a comparison, but as being unequal", async () => {
    const where = { member: "sims.country", op: "ne", value: "DE" };
    const ne = await ask({ from: "sims", where });
    const not = await ask({
      from: "sims",
      where: { not: { member: "sims.country", op: "eq", value: "DE" } },
    });
    const expected = fixture.sims.filter((sim) => sim.country !== "DE").length;
    expect(ne.row_count).toBe(expected);
    expect(not.row_count).toBe(expected);
  });

  it("reaches over to-one relations, and compares members with each other", async () => {
    const { rows } = await ask({
      from: "sims",
      columns: [
        "sims.iccid",
        "rate_plans.monthly_price",
        "quota_data.used_percent",
        "quota_sms.used_percent",
      ],
      where: { member: "quota_data.used", op: "gt", other: "quota_data.total", factor: 0.9 },
    });
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(Number(row.quota_data_used_percent)).toBeGreaterThan(90);
  });

  it("marks what it was narrowed to a range of, or sorted by", async () => {
    const { columns } = await ask({
      from: "sims",
      columns: [
        "sims.iccid",
        "sims.status",
        "sims.last_seen_at",
        "sims.activated_at",
        "sims.label",
      ],
      where: {
        and: [
          { member: "sims.status", op: "eq", value: "active" },
          { not: { time: "sims.last_seen_at", from: "2026-10-12T00:00:00Z" } },
        ],
      },
      orderBy: [{ by: "sims.activated_at", direction: "asc" }],
    });
    expect(columns.filter(({ isAsked }) => isAsked).map(({ name }) => name)).toEqual([
      "last_seen_at",
      "activated_at",
    ]);
  });

  it("finds an ICCID by its 19 or 20 digits, and text literally", async () => {
    const [sim] = fixture.sims;
    const byLong = await ask({
      from: "sims",
      where: { member: "sims.iccid", op: "eq", value: `${sim?.iccid}7` },
    });
    expect(byLong.rows.map((row) => row.iccid)).toEqual([sim?.iccid]);
    const percent = await ask({
      from: "alerts",
      where: { member: "alerts.message", op: "contains", value: '50% "q' },
    });
    expect(percent.row_count).toBe(fixture.alerts.length);
    const wild = await ask({
      from: "alerts",
      where: { member: "alerts.message", op: "contains", value: "5_% " },
    });
    expect(wild.row_count).toBe(0);
  });

  it("keeps values out of the statement's text, and shows them escaped", async () => {
    const value = `x'; drop table sims; -- \\ $1::text`;
    const { rows, sql } = await ask({
      from: "sims",
      where: { member: "sims.label", op: "eq", value },
    });
    expect(rows).toEqual([]);
    expect(sql).toContain(`sims.label = 'x''; drop table sims; -- \\ $1::text'`);
  });

  it("lists each row's measures of related rows, and sorts by them", async () => {
    const { rows, columns } = await ask({
      from: "sims",
      columns: ["sims.iccid", "sims.label"],
      measures: [
        {
          as: "used",
          unit: "GB",
          measure: { related: "sim_usage_daily", measure: { ...TOTAL, where: WEEK } },
        },
        {
          as: "last_alert",
          measure: { related: "alerts", measure: { agg: "max", of: "alerts.triggered_at" } },
        },
      ],
      orderBy: [{ by: "used", direction: "asc" }],
      limit: 3,
    });
    expect(rows).toHaveLength(3);
    expect(rows[0]?.used).toBe(0);
    expect(columns.map((column) => column.kind)).toEqual(["iccid", "text", "bytes", "timestamp"]);
  });
});
