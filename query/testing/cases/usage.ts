import { type Case, day, GB, is, LAST_30_DAYS, one, SEPTEMBER, TOTAL } from "./case.ts";

/** Who used how much, and against what. */
export const USAGE_CASES: readonly Case[] = [
  {
    name: "the ten biggest trackers of a day",
    query: {
      from: "sim_usage_daily",
      columns: ["sim_usage_daily.iccid", "sims.label", "sim_usage_daily.total_volume"],
      where: {
        and: [
          day("2026-10-20", "2026-10-21"),
          { member: "sims.tags", op: "has", value: "tracker" },
        ],
      },
      orderBy: [{ by: "sim_usage_daily.total_volume", direction: "desc" }],
      limit: 10,
    },
    sql: `select d.iccid, s.label, d.total_volume from sim_usage_daily d join sims s using (iccid)
      where d.day = '2026-10-20' and 'tracker' = any(s.tags) order by d.total_volume desc, d.iccid limit 10`,
    isOrdered: true,
  },
  {
    name: "share of the traffic by country of use",
    query: {
      from: "sim_usage",
      where: { time: "sim_usage.timestamp", from: "2026-09-01", to: "2026-10-01" },
      groupBy: [{ member: "sim_usage.country" }],
      measures: one("percent", { share: { agg: "sum", of: "sim_usage.volume" } }),
    },
    sql: `select country, 100.0 * sum(volume) / sum(sum(volume)) over () as percent from sim_usage
      where timestamp >= '2026-09-01Z' and timestamp < '2026-10-01Z' group by country`,
  },
  {
    name: "the two heaviest SIMs of each customer",
    query: {
      from: "sim_usage_daily",
      where: SEPTEMBER,
      groupBy: [{ member: "sims.customer" }, { member: "sim_usage_daily.iccid" }],
      measures: one("gb", TOTAL, "GB"),
      orderBy: [{ by: "gb", direction: "desc" }],
      firstPer: { members: ["sims.customer"], limit: 2 },
    },
    sql: `select customer, iccid, gb from (select s.customer, d.iccid, sum(d.total_volume) / ${GB}.0 as gb,
        row_number() over (partition by s.customer order by sum(d.total_volume) desc, d.iccid) as place
      from sim_usage_daily d join sims s using (iccid) where d.day between '2026-09-01' and '2026-09-30'
      group by 1, 2) as ranked where place <= 2`,
  },
  {
    name: "upload to download, by radio",
    query: {
      from: "sim_usage_daily",
      where: SEPTEMBER,
      groupBy: [{ member: "sims.rat" }],
      measures: one("ratio", {
        op: "ratio",
        a: { agg: "sum", of: "sim_usage_daily.upload_volume" },
        b: { agg: "sum", of: "sim_usage_daily.download_volume" },
      }),
    },
    sql: `select s.rat, sum(d.upload_volume)::numeric / nullif(sum(d.download_volume), 0) as ratio
      from sim_usage_daily d join sims s using (iccid) where d.day between '2026-09-01' and '2026-09-30' group by 1`,
  },
  {
    name: "average daily usage per charger",
    query: {
      from: "sim_usage_daily",
      where: { and: [SEPTEMBER, is("sims.customer", "VoltCharge")] },
      measures: one("mb", { ...TOTAL, per: ["day", "sim"] }, "MB"),
    },
    sql: `select (select coalesce(sum(d.total_volume), 0) from sim_usage_daily d join sims s using (iccid)
        where s.customer = 'VoltCharge' and d.day between '2026-09-01' and '2026-09-30') / 1048576.0 / 30
      / nullif((select count(*) from sims where customer = 'VoltCharge'), 0) as mb`,
  },
  {
    name: "above the upper bound of the forecast",
    query: {
      from: "sim_usage_daily",
      columns: ["sim_usage_daily.iccid", "sim_usage_daily.total_volume", "forecasts.predicted"],
      where: {
        and: [
          day("2026-10-01", "2026-11-01"),
          { member: "sim_usage_daily.total_volume", op: "gt", other: "forecasts.upper_95" },
        ],
      },
    },
    sql: `select d.iccid, d.total_volume, f.predicted from sim_usage_daily d
      join forecasts f on f.iccid = d.iccid and f.day = d.day
      where d.day >= '2026-10-01' and d.day < '2026-11-01' and d.total_volume > f.upper_95`,
  },
  {
    name: "upload at least five times the download",
    query: {
      from: "sim_usage_daily",
      where: LAST_30_DAYS,
      groupBy: [{ member: "sim_usage_daily.iccid" }],
      measures: [
        { as: "up", measure: { agg: "sum", of: "sim_usage_daily.upload_volume" } },
        { as: "down", measure: { agg: "sum", of: "sim_usage_daily.download_volume" } },
      ],
      having: [{ measure: "up", op: "gte", other: "down", factor: 5 }],
    },
    sql: `select iccid, sum(upload_volume) as up, sum(download_volume) as down from sim_usage_daily
      where day >= '2026-09-21' and day < '2026-10-21' group by iccid having sum(upload_volume) >= 5 * sum(download_volume)`,
  },
  {
    name: "used more than the plan includes",
    query: {
      from: "sim_usage_daily",
      where: SEPTEMBER,
      groupBy: [{ member: "sim_usage_daily.iccid" }],
      measures: [
        { as: "used", measure: TOTAL },
        { as: "included", measure: { agg: "max", of: "rate_plans.included_bytes" } },
      ],
      having: [{ measure: "used", op: "gt", other: "included" }],
    },
    sql: `select u.iccid, sum(u.total_volume) as used, p.included_bytes as included from sim_usage_daily u
      join sims s using (iccid) join rate_plans p on p.name = s.rate_plan
      where u.day >= '2026-09-01' and u.day < '2026-10-01' group by u.iccid, p.included_bytes having sum(u.total_volume) > p.included_bytes`,
  },
  {
    name: "highest daily total of each customer",
    query: {
      from: "sim_usage_daily",
      where: SEPTEMBER,
      groupBy: [{ member: "sims.customer" }],
      measures: one("peak", {
        agg: "max",
        over: { measure: TOTAL, by: [{ member: "sim_usage_daily.day", grain: "day" }] },
      }),
    },
    sql: `select customer, max(total) as peak from (select s.customer, d.day, sum(d.total_volume) as total
      from sim_usage_daily d join sims s using (iccid) where d.day between '2026-09-01' and '2026-09-30' group by 1, 2) x group by 1`,
  },
];
