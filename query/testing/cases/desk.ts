import { type Case, COUNT, one } from "./case.ts";

/** What is asked of messages, tickets and the audit log, with the SQL that somebody would write by hand. */
export const DESK_CASES: readonly Case[] = [
  {
    name: "a column in another unit than its own",
    query: {
      from: "alerts",
      where: { member: "alerts.severity", op: "eq", value: "critical" },
      columns: ["alerts.id", "alerts.minutes_to_resolve"],
      units: [{ member: "alerts.minutes_to_resolve", unit: "hour" }],
    },
    sql: "select id, extract(epoch from resolved_at - triggered_at) / 3600 as hours_to_resolve from alerts where severity = 'critical'",
  },
  {
    name: "tickets per 100 SIMs, SIMs and customers without any included",
    query: {
      from: "sims",
      groupBy: [{ member: "sims.customer" }],
      measures: one("rate", {
        op: "rate",
        times: 100,
        a: { related: "support_tickets", measure: COUNT },
        b: COUNT,
      }),
    },
    sql: "select s.customer, 100.0 * count(t.id) / count(distinct s.iccid) as rate from sims s left join support_tickets t on t.iccid = s.iccid group by 1",
  },
  {
    name: "90th percentile of the time to deliver, in seconds",
    query: {
      from: "sms_messages",
      measures: one("p90", { agg: "p90", of: "sms_messages.minutes_to_deliver" }, "second"),
    },
    sql: "select percentile_cont(0.9) within group (order by extract(epoch from delivered_at - sent_at)) as p90 from sms_messages",
  },
  {
    name: "what was changed from what to what, and the data topped up",
    query: {
      from: "audit_logs",
      columns: [
        "audit_logs.id",
        "audit_logs.before",
        "audit_logs.after",
        "audit_logs.top_up_bytes",
      ],
      where: { member: "audit_logs.action", op: "in", values: ["sim.update", "quota.top_up"] },
    },
    sql: "select id, changes->'label'->>'from' as before, changes->'label'->>'to' as after, (changes->>'bytes')::bigint as top_up_bytes from audit_logs where action in ('sim.update', 'quota.top_up')",
  },
  {
    name: "customers none of whose tickets is open, those of no SIM too",
    query: {
      from: "sims",
      groupBy: [{ member: "sims.customer" }],
      where: {
        and: [
          { member: "sims.customer", op: "is_not_null" },
          {
            not: {
              related: "support_tickets",
              via: "customer",
              where: { member: "support_tickets.status", op: "eq", value: "open" },
            },
          },
        ],
      },
    },
    sql: "select distinct customer from sims where customer is not null and customer not in (select customer from support_tickets where status = 'open' and customer is not null)",
  },
  {
    name: "open ticket but no open alert, and over 100 MB this month",
    query: {
      from: "sims",
      columns: ["sims.iccid"],
      where: {
        and: [
          {
            related: "support_tickets",
            where: { member: "support_tickets.status", op: "ne", value: "resolved" },
          },
          {
            not: { related: "alerts", where: { member: "alerts.is_open", op: "eq", value: true } },
          },
          {
            related: "sim_usage_daily",
            where: { time: "sim_usage_daily.day", from: "2026-10-01", to: "2026-10-22" },
            having: {
              measure: { agg: "sum", of: "sim_usage_daily.total_volume" },
              op: "gt",
              value: 1_048_576,
            },
          },
        ],
      },
    },
    sql: `select iccid from sims s where exists (select 1 from support_tickets t where t.iccid = s.iccid and t.status <> 'resolved')
      and not exists (select 1 from alerts a where a.iccid = s.iccid and a.resolved_at is null)
      and (select coalesce(sum(total_volume), 0) from sim_usage_daily d where d.iccid = s.iccid and d.day >= '2026-10-01') > 1048576`,
  },
];
