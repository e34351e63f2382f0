import { beforeAll, describe, expect, it } from "vitest";
import { generateFleet } from "#db/fleet/generate.ts";
import { readVocabulary } from "#db/fleet/vocabulary.ts";
import { asReader } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { Query } from "./query.ts";
import { runQuery } from "./run.ts";
import { DESK_CASES } from "./testing/desk-cases.ts";
import { LEADING_CASES } from "./testing/leading-cases.ts";

/** What people ask, as a query and as the SQL that somebody would write by hand: the rows must agree. */
interface Case {
  readonly name: string;
  readonly query: unknown;
  /** `:now` is the fleet's clock; days are UTC. */
  readonly sql: string;
  readonly isOrdered?: boolean;
}

const NOW = "timestamptz '2026-10-21T09:30:00Z'";
const TOTAL = { agg: "sum", of: "sim_usage_daily.total_volume" } as const;
const COUNT = { agg: "count" } as const;
const day = (from: string, to: string) => ({ time: "sim_usage_daily.day", from, to });
const is = (member: string, value: unknown) => ({ member, op: "eq", value });
const one = (as: string, measure: unknown, unit?: string) => [
  { as, measure, ...(unit && { unit }) },
];
const SEPTEMBER = day("2026-09-01", "2026-10-01");
const LAST_30_DAYS = day("2026-09-21", "2026-10-21");
const GB = 1_073_741_824;

const CASES: readonly Case[] = [
  ...DESK_CASES,
  ...LEADING_CASES,
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
    name: "average daily usage of the fleet, in MB",
    query: {
      from: "sim_usage_daily",
      where: day("2026-10-01", "2026-10-11"),
      measures: one("mb", { ...TOTAL, per: ["day"] }, "MB"),
    },
    sql: "select coalesce(sum(total_volume), 0) / 1048576.0 / 10 as mb from sim_usage_daily where day between '2026-10-01' and '2026-10-10'",
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
    name: "attached in two countries or more",
    query: {
      from: "connection_events",
      where: {
        and: [
          is("connection_events.type", "attach"),
          {
            time: "connection_events.occurred_at",
            from: "2026-09-21T09:30:00Z",
            to: "2026-10-21T09:30:00Z",
          },
        ],
      },
      groupBy: [{ member: "connection_events.iccid" }],
      measures: one("countries", { agg: "count_distinct", of: "connection_events.country" }),
      having: [{ measure: "countries", op: "gte", value: 2 }],
    },
    sql: `select iccid, count(distinct country) as countries from connection_events
      where type = 'attach' and occurred_at >= :now - interval '30 days' and occurred_at < :now
      group by iccid having count(distinct country) >= 2`,
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
    name: "alerts of a day, and how many are still open",
    query: {
      from: "alerts",
      where: { time: "alerts.triggered_at", from: "2026-10-19", to: "2026-10-20" },
      measures: [
        { as: "alerts", measure: COUNT },
        { as: "open", measure: { ...COUNT, where: is("alerts.is_open", true) } },
      ],
    },
    sql: `select count(*) as alerts, count(*) filter (where resolved_at is null) as open from alerts
      where (triggered_at at time zone 'UTC')::date = '2026-10-19'`,
  },
  {
    name: "delivery rate of messages to devices",
    query: {
      from: "sms_messages",
      where: {
        and: [
          is("sms_messages.direction", "mt"),
          { time: "sms_messages.sent_at", from: "2026-10-12", to: "2026-10-19" },
        ],
      },
      measures: one("percent", {
        op: "percent",
        a: { ...COUNT, where: is("sms_messages.status", "delivered") },
        b: COUNT,
      }),
    },
    sql: `select 100.0 * count(*) filter (where status = 'delivered') / nullif(count(*), 0) as percent from sms_messages
      where direction = 'mt' and (sent_at at time zone 'UTC')::date between '2026-10-12' and '2026-10-18'`,
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
    name: "rules that fired more than twice",
    query: {
      from: "alerts",
      where: {
        time: "alerts.triggered_at",
        from: "2026-09-21T09:30:00Z",
        to: "2026-10-21T09:30:00Z",
      },
      groupBy: [{ member: "alert_rules.name" }],
      measures: one("alerts", COUNT),
      having: [{ measure: "alerts", op: "gt", value: 2 }],
    },
    sql: `select r.name, count(*) as alerts from alerts a left join alert_rules r on r.id = a.rule_id
      where a.triggered_at >= :now - interval '30 days' and a.triggered_at < :now group by r.name having count(*) > 2`,
  },
  {
    name: "rules that never fired",
    query: {
      from: "alert_rules",
      columns: ["alert_rules.name"],
      where: { not: { related: "alerts" } },
    },
    sql: "select name from alert_rules r where not exists (select 1 from alerts a where a.rule_id = r.id)",
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
    name: "mean minutes to acknowledge, by severity",
    query: {
      from: "alerts",
      where: { time: "alerts.triggered_at", from: "2026-09-01", to: "2026-10-01" },
      groupBy: [{ member: "alerts.severity" }],
      measures: one("minutes", { agg: "avg", of: "alerts.minutes_to_acknowledge" }),
    },
    sql: `select severity, avg(extract(epoch from acknowledged_at - triggered_at)) / 60.0 as minutes from alerts
      where triggered_at >= '2026-09-01Z' and triggered_at < '2026-10-01Z' group by severity`,
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
    name: "closed and opened on one day",
    query: {
      from: "support_tickets",
      measures: [
        {
          as: "closed",
          measure: {
            ...COUNT,
            where: { time: "support_tickets.resolved_at", from: "2026-10-19", to: "2026-10-20" },
          },
        },
        {
          as: "came_in",
          measure: {
            ...COUNT,
            where: { time: "support_tickets.created_at", from: "2026-10-19", to: "2026-10-20" },
          },
        },
      ],
    },
    sql: `select count(*) filter (where resolved_at >= '2026-10-19Z' and resolved_at < '2026-10-20Z') as closed,
      count(*) filter (where created_at >= '2026-10-19Z' and created_at < '2026-10-20Z') as came_in from support_tickets`,
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
  {
    name: "who acted, and how often",
    query: {
      from: "audit_logs",
      where: { time: "audit_logs.occurred_at", from: "2026-09-01" },
      groupBy: [{ member: "audit_logs.channel" }],
      measures: one("people", { agg: "count_distinct", of: "audit_logs.actor" }),
    },
    sql: "select channel, count(distinct actor) as people from audit_logs where occurred_at >= '2026-09-01Z' group by 1",
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

describe("what people ask", () => {
  const actor = testActor();
  beforeAll(async () => {
    await generateFleet({
      vocabulary: await readVocabulary(),
      organization: { id: actor.organizationId, name: actor.organizationName },
      seed: 5,
      days: 90,
      now: new Date("2026-10-21T09:30:00Z"),
      sims: 150,
    });
  }, 120_000);

  it.each(CASES)("$name", async ({ query, sql, isOrdered }) => {
    const { rows } = await runQuery(actor, Query.parse(query));
    const expected = await asReader(actor, (db) =>
      db.unsafe<Record<string, unknown>[]>(sql.replaceAll(":now", NOW)),
    );
    const columns = Object.keys(expected[0] ?? {});
    const shown = (all: readonly Record<string, unknown>[]) => {
      const lines = all.map((row) => JSON.stringify(columns.map((name) => normal(row[name]))));
      return isOrdered ? lines : lines.sort();
    };
    expect(shown(rows)).toEqual(shown(expected));
    expect(rows.length, "the case should show something").toBeGreaterThan(0);
  });
});

function normal(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return typeof value === "number" ? Number(value.toPrecision(9)) : (value ?? null);
}
