import { expect, it } from "vitest";
import { inZone } from "./in-zone.ts";
import type { Query } from "./query.ts";

const ZONE = "Europe/Berlin";
const COUNT: Query["measures"] = [{ as: "n", measure: { agg: "count" } }];

it.each<Query>([
  { from: "alerts", where: { time: "alerts.triggered_at", from: "2026-10-20" } },
  {
    from: "connection_events",
    measures: COUNT,
    groupBy: [{ member: "connection_events.occurred_at", grain: "day" }],
  },
  {
    from: "sims",
    where: {
      not: { related: "alerts", where: { time: "alerts.triggered_at", from: "2026-10-20" } },
    },
  },
  {
    from: "sim_usage",
    measures: COUNT,
    where: { recurring: "sim_usage.timestamp", grain: "hour_of_day", in: [2] },
  },
])("a query of instants is in the zone: %j", (query) => {
  expect(inZone(query, ZONE)).toEqual({ ...query, zone: ZONE });
});

it("days of usage are UTC in any zone, and what has no time has no zone", () => {
  const usage: Query = {
    from: "sim_usage_daily",
    measures: COUNT,
    where: { time: "sim_usage_daily.day", from: "2026-10-20" },
  };
  expect(inZone(usage, ZONE)).toBe(usage);
  expect(inZone({ from: "sims" }, ZONE)).toEqual({ from: "sims" });
});

it("keeps a zone that was asked for", () => {
  const alerts: Query = {
    from: "alerts",
    zone: "Asia/Tokyo",
    where: { time: "alerts.triggered_at" },
  };
  expect(inZone(alerts, ZONE).zone).toBe("Asia/Tokyo");
});
