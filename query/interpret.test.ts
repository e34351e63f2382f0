import { describe, expect, it } from "vitest";
import { SCOPES } from "#core/actor.ts";
import { interpret } from "./interpret.ts";
import { Query } from "./query.ts";
import { validate } from "./validate.ts";

const say = (query: unknown) =>
  interpret(validate(Query.parse(query), { scopes: new Set(SCOPES) }), { zone: "UTC" });

const DAILY = "sim_usage_daily.total_volume";
const week = { time: "sim_usage_daily.day", from: "2026-10-12", to: "2026-10-19" };

describe("interpretation", () => {
  it("puts no brackets into brackets", () => {
    const rejects = {
      from: "sims",
      where: {
        related: "connection_events",
        where: {
          and: [
            { member: "connection_events.type", op: "eq", value: "reject" },
            { ...week, time: "connection_events.occurred_at", label: "last week" },
          ],
        },
      },
    };
    expect(say(rejects).interpretation).toBe(
      "SIMs with connection events (type is reject and last week, from 12 to 18 Oct 2026) (UTC)",
    );
  });

  it("says of rows that their SIMs are meant, and names a list as people do", () => {
    const onList = { member: "sims.lists", op: "has", value: "lot 7.csv" };
    const runsOut = { ...week, time: "outlook_data.exhaustion_date", label: "this week" };
    expect(say({ from: "alerts", where: { and: [runsOut, onList] } }).interpretation).toBe(
      'Alerts of SIMs running out this week (from 12 to 18 Oct 2026) of SIMs on the list "lot 7.csv" (UTC)',
    );
    const isActive = { member: "sims.status", op: "eq", value: "active" };
    expect(say({ from: "sims", where: { and: [isActive, onList] } }).interpretation).toBe(
      'SIMs where status is active, on the list "lot 7.csv"',
    );
  });

  it("reads like a sentence", () => {
    const sentences = [
      {
        from: "sim_usage_daily",
        groupBy: [{ member: "sims.iccid" }],
        where: {
          and: [
            { ...week, label: "last week" },
            { member: "sims.customer", op: "eq", value: "Nordic Freight" },
          ],
        },
        measures: [{ as: "used", unit: "GB", measure: { agg: "sum", of: DAILY } }],
        having: [{ measure: "used", op: "gt", value: 1_073_741_824 }],
        orderBy: [{ by: "used", direction: "desc" }],
        limit: 10,
      },
      {
        from: "sims",
        where: {
          and: [
            { member: "sims.status", op: "eq", value: "active" },
            { not: { related: "sim_usage_daily", where: week } },
          ],
        },
      },
      {
        from: "alerts",
        where: {
          and: [
            { member: "alerts.is_open", op: "eq", value: true },
            { member: "alerts.acknowledged", op: "eq", value: false },
          ],
        },
        orderBy: [{ by: "alerts.triggered_at", direction: "desc" }],
      },
      {
        from: "support_tickets",
        where: {
          time: "support_tickets.resolved_at",
          from: "2026-09-01T00:00:00Z",
          to: "2026-10-01T00:00:00Z",
        },
        groupBy: [{ member: "support_tickets.category" }],
        measures: [{ as: "mean", measure: { agg: "avg", of: "support_tickets.hours_to_resolve" } }],
      },
      {
        from: "sims",
        measures: [
          {
            as: "online",
            measure: {
              op: "percent",
              a: {
                agg: "count",
                where: { time: "sims.last_seen_at", from: "2026-10-20T09:30:00Z" },
              },
              b: { agg: "count" },
            },
          },
        ],
      },
      {
        from: "sims",
        where: {
          related: "sim_usage_daily",
          where: week,
          having: { measure: { agg: "sum", of: DAILY }, op: "gt", value: 5_242_880 },
        },
      },
    ].map((query) => say(query).interpretation);
    expect(sentences).toMatchInlineSnapshot(`
      [
        "Total data in GB by SIM last week (from 12 to 18 Oct 2026) where customer is "Nordic Freight" and used is over 1 GB, largest first, the first 10 (UTC)",
        "SIMs where status is active, without usage (from 12 to 18 Oct 2026) (UTC)",
        "Alerts where open and not acknowledged, newest first",
        "Average time to resolve by category resolved in September 2026 (UTC)",
        "Number of SIMs (last seen since 20 Oct 2026 09:30) as a percentage of the number of SIMs (UTC)",
        "SIMs whose total data (from 12 to 18 Oct 2026) is over 5 MB (UTC)",
      ]
    `);
  });

  it("gives each part a chip of its own", () => {
    const { chips } = say({
      from: "connection_events",
      where: {
        and: [
          { member: "connection_events.type", op: "eq", value: "reject" },
          { time: "connection_events.occurred_at", from: "2026-10-19", to: "2026-10-20" },
        ],
      },
      groupBy: [{ member: "connection_events.operator" }],
      measures: [{ as: "rejects", measure: { agg: "count" } }],
      orderBy: [{ by: "rejects", direction: "desc" }],
    });
    expect(chips.map(({ kind, text }) => ({ kind, text }))).toEqual([
      { kind: "metric", text: "number of connection events" },
      { kind: "filter", text: "type is reject" },
      { kind: "period", text: "on 19 Oct 2026" },
      { kind: "group", text: "operator" },
      { kind: "order", text: "largest first" },
    ]);
  });

  it("says of a bound on a count that it is one", () => {
    const { chips } = say({
      from: "sims",
      measures: [
        { as: "sims", measure: { agg: "count" } },
        { as: "alerts", measure: { related: "alerts", measure: { agg: "count" } } },
      ],
      groupBy: [{ member: "sims.customer" }],
      having: [
        { measure: "sims", op: "gt", value: 20 },
        { measure: "alerts", op: "eq", value: 0 },
      ],
    });
    expect(chips.filter(({ kind }) => kind === "filter").map(({ text }) => text)).toEqual([
      "number of SIMs is over 20",
      "number of alerts is 0",
    ]);
  });
});
