import { z } from "zod";
import { quotaStatus as status } from "#domain/quotas/quota-status.ts";
import { Iccid } from "#domain/sims/sim.ts";
import { defineTool } from "./define.ts";

export const quotaStatus = defineTool({
  name: "quota_status",
  title: "Quota of a SIM",
  description:
    "Data quota (bytes) and SMS quota (messages) of one SIM: total, used, remaining, expiry, and the date on which each is expected to run out.",
  input: z.object({ iccid: Iccid }),
  output: z.object({
    iccid: z.string(),
    quotas: z.array(
      z.object({
        type: z.enum(["data", "sms"]),
        total: z.number(),
        used: z.number(),
        remaining: z.number(),
        used_percent: z.number().nullable(),
        expires_at: z.string().nullable(),
        updated_at: z.string(),
        exhaustion_date: z.string().nullable(),
        days_until_exhaustion: z.number().nullable(),
        exhaustion_probability_30d: z.number().nullable(),
      }),
    ),
  }),
  scope: "sims:read",
  effect: "read",
  route: { method: "GET", path: "/api/v1/sims/{iccid}/quota" },
  run: async ({ actor, input }) => ({
    iccid: input.iccid,
    quotas: await status(actor, input.iccid),
  }),
});
