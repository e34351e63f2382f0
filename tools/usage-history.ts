import { z } from "zod";
import { fleetNow } from "#core/clock.ts";
import { addDays, toDay } from "#core/day.ts";
import { Iccid } from "#domain/sims/sim.ts";
import { usageHistory as history } from "#domain/usage/usage-history.ts";
import { defineTool } from "./define.ts";

const DEFAULT_DAYS = 30;

export const usageHistory = defineTool({
  name: "usage_history",
  title: "Usage history of a SIM",
  description:
    "Bytes that one SIM used per day, week or month (UTC), zeros included. Default: the last 30 full days. For many SIMs use query_fleet.",
  input: z.object({
    iccid: Iccid,
    start_date: z.iso.date().optional(),
    end_date: z.iso.date().optional().meta({ description: "included" }),
    group_by: z.enum(["day", "week", "month"]).default("day"),
  }),
  output: z.object({
    iccid: z.string(),
    start_date: z.string(),
    end_date: z.string(),
    group_by: z.string(),
    unit: z.literal("bytes"),
    total_volume: z.number(),
    usage: z.array(
      z.object({
        day: z.string(),
        total_volume: z.number(),
        upload_volume: z.number(),
        download_volume: z.number(),
        event_count: z.number(),
      }),
    ),
  }),
  scope: "sims:read",
  effect: "read",
  route: { method: "GET", path: "/api/v1/sims/{iccid}/usage" },
  run: async ({ actor, input }) => {
    const end_date = input.end_date ?? addDays(toDay(fleetNow()), -1);
    const start_date = input.start_date ?? addDays(end_date, 1 - DEFAULT_DAYS);
    const period = { ...input, start_date, end_date };
    const usage = await history(actor, period);
    const total_volume = usage.reduce((sum, bucket) => sum + bucket.total_volume, 0);
    return { ...period, unit: "bytes" as const, total_volume, usage };
  },
});
