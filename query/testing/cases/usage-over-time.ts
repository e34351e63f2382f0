import { type Case, day, GB, one, SEPTEMBER, TOTAL } from "./case.ts";

/** Usage by day, week and hour, and one period against another. */
export const USAGE_OVER_TIME_CASES: readonly Case[] = [
  {
    name: "average daily usage of the fleet, in MB",
    query: {
      from: "sim_usage_daily",
      where: day("2026-10-01", "2026-10-11"),
      measures: one("mb", { ...TOTAL, per: ["day"] }, "MB"),
    },
    sql: "select coalesce(sum(total_volume), 0) / 1048576.0 / 10 as mb from sim_usage_daily where day between '2026-10-01' and '2026-10-10'",
  },
  {
    name: "weekly downloads by customer",
    query: {
      from: "sim_usage_daily",
      where: day("2026-09-01", "2026-10-22"),
      groupBy: [{ member: "sim_usage_daily.day", grain: "week" }, { member: "sims.customer" }],
      measures: one("gb", { agg: "sum", of: "sim_usage_daily.download_volume" }, "GB"),
    },
    sql: `select date_trunc('week', d.day::timestamp)::date as week, s.customer, sum(d.download_volume) / ${GB}.0 as gb
      from sim_usage_daily d join sims s using (iccid)
      where d.day >= '2026-09-01' and d.day <= '2026-10-21' group by 1, 2`,
  },
  {
    name: "traffic of weekend nights",
    query: {
      from: "sim_usage",
      where: {
        and: [
          { recurring: "sim_usage.timestamp", grain: "weekday", in: [6, 7] },
          { recurring: "sim_usage.timestamp", grain: "hour_of_day", in: [23, 0] },
        ],
      },
      measures: one("bytes", { agg: "sum", of: "sim_usage.volume" }),
    },
    sql: "select sum(volume) as bytes from sim_usage where extract(isodow from timestamp) >= 6 and extract(hour from timestamp) in (23, 0)",
  },
  {
    name: "one SIM day by day, days without usage as zero",
    query: {
      from: "sim_usage_daily",
      where: {
        and: [
          day("2026-10-12", "2026-10-19"),
          { member: "sims.label", op: "contains", value: "-0003" },
        ],
      },
      groupBy: [{ member: "sim_usage_daily.day", grain: "day" }],
      measures: one("kb", TOTAL, "kB"),
      fillGaps: true,
    },
    sql: `select g.day::date as day, coalesce(sum(d.total_volume), 0) / 1024.0 as kb
      from generate_series(timestamp '2026-10-12', timestamp '2026-10-18', interval '1 day') as g(day)
      left join (sim_usage_daily d join sims s on s.iccid = d.iccid and s.label like '%-0003%') on d.day = g.day::date
      group by 1 order by 1`,
    isOrdered: true,
  },
  {
    name: "growth from one month to the next",
    query: {
      from: "sim_usage_daily",
      measures: one("percent", {
        op: "percent_change",
        a: { ...TOTAL, where: SEPTEMBER },
        b: { ...TOTAL, where: day("2026-08-01", "2026-09-01") },
      }),
    },
    sql: `select 100.0 * (sum(total_volume) filter (where day >= '2026-09-01') - sum(total_volume) filter (where day < '2026-09-01'))
      / nullif(sum(total_volume) filter (where day < '2026-09-01'), 0) as percent
      from sim_usage_daily where day between '2026-08-01' and '2026-09-30'`,
  },
  {
    name: "SIMs with traffic, per day",
    query: {
      from: "sim_usage_daily",
      where: {
        and: [
          day("2026-10-07", "2026-10-21"),
          { member: "sim_usage_daily.total_volume", op: "gt", value: 0 },
        ],
      },
      groupBy: [{ member: "sim_usage_daily.day", grain: "day" }],
      measures: one("sims", { agg: "count_distinct", of: "sim_usage_daily.iccid" }),
    },
    sql: "select day, count(distinct iccid) as sims from sim_usage_daily where day >= '2026-10-07' and day < '2026-10-21' and total_volume > 0 group by day",
  },
  {
    name: "busiest hour of a day",
    query: {
      from: "sim_usage",
      where: { time: "sim_usage.timestamp", from: "2026-10-20", to: "2026-10-21" },
      groupBy: [{ member: "sim_usage.timestamp", grain: "hour" }],
      measures: one("volume", { agg: "sum", of: "sim_usage.volume" }),
      orderBy: [{ by: "volume", direction: "desc" }],
      limit: 1,
    },
    sql: `select date_trunc('hour', timestamp) as hour, sum(volume) as volume from sim_usage
      where timestamp >= '2026-10-20Z' and timestamp < '2026-10-21Z' group by 1 order by 2 desc limit 1`,
  },
  {
    name: "this week against the week before, by customer",
    query: {
      from: "sim_usage_daily",
      groupBy: [{ member: "sims.customer" }],
      measures: [
        { as: "last_week", measure: { ...TOTAL, where: day("2026-10-12", "2026-10-19") } },
        { as: "week_before", measure: { ...TOTAL, where: day("2026-10-05", "2026-10-12") } },
      ],
    },
    sql: `select s.customer, coalesce(sum(d.total_volume) filter (where d.day >= '2026-10-12'), 0) as last_week,
        coalesce(sum(d.total_volume) filter (where d.day < '2026-10-12'), 0) as week_before
      from sim_usage_daily d join sims s using (iccid) where d.day between '2026-10-05' and '2026-10-18' group by 1`,
  },
];
