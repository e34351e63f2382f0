import { type Case, COUNT, is, one } from "./case.ts";

/** Connections, alerts, messages, tickets and who acted. */
export const EVENTS_CASES: readonly Case[] = [
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
    name: "who acted, and how often",
    query: {
      from: "audit_logs",
      where: { time: "audit_logs.occurred_at", from: "2026-09-01" },
      groupBy: [{ member: "audit_logs.channel" }],
      measures: one("people", { agg: "count_distinct", of: "audit_logs.actor" }),
    },
    sql: "select channel, count(distinct actor) as people from audit_logs where occurred_at >= '2026-09-01Z' group by 1",
  },
];
