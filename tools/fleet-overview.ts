import { z } from "zod";
import { fleetNow } from "#core/clock.ts";
import { fleetOverview as overview } from "#domain/fleet/fleet-overview.ts";
import { defineTool } from "./define.ts";

export const fleetOverview = defineTool({
  name: "fleet_overview",
  title: "Fleet at a glance",
  description:
    "Counts of SIMs by status, SIMs seen in the last 24 hours, traffic of the last 30 full days (bytes per UTC day), the ten customers with most traffic, open alerts by severity, open tickets, SIMs over 90 % of their data quota or expected to run out within 7 days.",
  input: z.object({}),
  output: z.object({
    sims: z.number(),
    by_status: z.array(z.object({ status: z.string(), sims: z.number() })),
    seen_24h: z.number(),
    traffic: z.array(z.object({ day: z.string(), total_volume: z.number() })),
    top_customers: z.array(
      z.object({ customer: z.string().nullable(), sims: z.number(), total_volume: z.number() }),
    ),
    open_alerts: z.array(z.object({ severity: z.string(), alerts: z.number() })),
    open_tickets: z.number(),
    data_quota_over_90_percent: z.number(),
    running_out_in_7_days: z.number(),
    /** By the organisation's own limits. */
    attention: z.object({
      running_out_days: z.number(),
      running_out: z.number(),
      nearly_used_up_percent: z.number(),
      nearly_used_up: z.number(),
    }),
  }),
  scope: "sims:read",
  effect: "read",
  route: { method: "GET", path: "/api/v1/overview" },
  run: ({ actor }) => overview(actor, fleetNow()),
});
