import { type Case, COUNT, day, is, LAST_30_DAYS, one } from "./case.ts";

/** What is asked of the SIMs themselves: their state, silence, quota and plan. */
export const SIMS_CASES: readonly Case[] = [
  {
    name: "not seen for a day, or never",
    query: {
      from: "sims",
      where: { not: { time: "sims.last_seen_at", from: "2026-10-20T09:30:00Z" } },
      measures: one("sims", COUNT),
    },
    sql: "select count(*) as sims from sims where last_seen_at < :now - interval '24 hours' or last_seen_at is null",
  },
  {
    name: "over a third of the data quota",
    query: {
      from: "sim_quota",
      columns: ["sim_quota.iccid", "sim_quota.used_percent"],
      where: {
        and: [
          is("sim_quota.type", "data"),
          is("sims.customer", "GreenHarvest"),
          { member: "sim_quota.used_percent", op: "gt", value: 33 },
        ],
      },
    },
    sql: `select s.iccid, 100.0 * q.used / nullif(q.total, 0) as used_percent from sims s
      join sim_quota q on q.iccid = s.iccid and q.type = 'data'
      where s.customer = 'GreenHarvest' and q.used > 0.33 * q.total`,
  },
  {
    name: "running out within two weeks",
    query: {
      from: "quota_outlook",
      where: {
        and: [
          is("quota_outlook.type", "data"),
          { time: "quota_outlook.exhaustion_date", from: "2026-10-21", to: "2026-11-05" },
        ],
      },
      groupBy: [{ member: "sims.customer" }],
      measures: one("sims", COUNT),
    },
    sql: `select s.customer, count(*) as sims from quota_outlook o join sims s using (iccid)
      where o.type = 'data' and o.exhaustion_date between '2026-10-21' and '2026-11-04' group by 1`,
  },
  {
    name: "how many customers have more than 100 SIMs: the groups are counted",
    query: {
      from: "sims",
      groupBy: [{ member: "sims.customer" }],
      measures: one("sims", { agg: "count" }),
      where: { member: "sims.customer", op: "is_not_null" },
      having: [{ measure: "sims", op: "gt", value: 100 }],
      countGroups: "customer_count",
    },
    sql: `select count(*) as customer_count from (select customer from sims where customer is not null
      group by customer having count(*) > 100) as each_group`,
  },
  {
    name: "at least three days of the week without data, and how many",
    query: {
      from: "sims",
      columns: ["sims.iccid"],
      where: is("sims.status", "active"),
      measures: one("days", {
        related: "sim_usage_daily",
        measure: {
          without: "day",
          where: {
            and: [
              day("2026-10-12", "2026-10-19"),
              { member: "sim_usage_daily.total_volume", op: "gt", value: 0 },
            ],
          },
        },
      }),
      having: [{ measure: "days", op: "gte", value: 3 }],
    },
    sql: `select s.iccid, 7 - count(d.day) as days from sims s
      left join sim_usage_daily d on d.iccid = s.iccid and d.day between '2026-10-12' and '2026-10-18' and d.total_volume > 0
      where s.status = 'active' group by 1 having 7 - count(d.day) >= 3`,
  },
  {
    name: "silent although active",
    query: {
      from: "sims",
      columns: ["sims.iccid", "sims.last_seen_at"],
      where: {
        and: [
          is("sims.status", "active"),
          {
            or: [
              { member: "sims.last_seen_at", op: "lte", value: "2026-10-14T09:30:00Z" },
              { member: "sims.last_seen_at", op: "is_null" },
            ],
          },
        ],
      },
    },
    sql: "select iccid, last_seen_at from sims where status = 'active' and (last_seen_at <= :now - interval '7 days' or last_seen_at is null)",
  },
  {
    name: "not a byte in 30 days",
    query: {
      from: "sims",
      columns: ["sims.iccid", "sims.label"],
      where: {
        and: [
          is("sims.status", "active"),
          {
            not: {
              related: "sim_usage_daily",
              where: {
                and: [LAST_30_DAYS, { member: "sim_usage_daily.total_volume", op: "gt", value: 0 }],
              },
            },
          },
        ],
      },
    },
    sql: `select s.iccid, s.label from sims s where s.status = 'active' and not exists
      (select 1 from sim_usage_daily d where d.iccid = s.iccid and d.total_volume > 0 and d.day >= '2026-09-21' and d.day < '2026-10-21')`,
  },
  {
    name: "percentage of each customer's SIMs that had an anomaly",
    query: {
      from: "sims",
      groupBy: [{ member: "sims.customer" }],
      measures: one("percent", {
        op: "percent",
        a: {
          ...COUNT,
          where: { related: "anomalies", where: { time: "anomalies.day", from: "2026-09-01" } },
        },
        b: COUNT,
      }),
    },
    sql: `select s.customer, 100.0 * count(*) filter (where exists
        (select 1 from anomalies a where a.iccid = s.iccid and a.day >= '2026-09-01')) / count(*) as percent
      from sims s group by s.customer`,
  },
  {
    name: "monthly fee of the active SIMs",
    query: {
      from: "sims",
      where: is("sims.status", "active"),
      groupBy: [{ member: "rate_plans.currency" }],
      measures: one("fee", { agg: "sum", of: "rate_plans.monthly_price" }),
    },
    sql: `select p.currency, sum(p.monthly_price) as fee from sims s join rate_plans p on p.name = s.rate_plan
      where s.status = 'active' group by p.currency`,
  },
  {
    name: "countries that have SIMs",
    query: {
      from: "sims",
      groupBy: [{ member: "sims.country" }],
      where: { member: "sims.country", op: "is_not_null" },
    },
    sql: "select distinct country from sims where country is not null",
  },
];
