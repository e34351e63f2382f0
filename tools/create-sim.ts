import { z } from "zod";
import { fleetNow } from "#core/clock.ts";
import { createSim as create } from "#domain/sims/create-sim.ts";
import { Iccid, Sim, SimStatus } from "#domain/sims/sim.ts";
import { defineTool } from "./define.ts";

const text = z.string().trim().min(1).max(200);

export const createSim = defineTool({
  name: "create_sim",
  title: "Add a SIM",
  description: "Adds one SIM to the organisation's fleet.",
  input: z.object({
    iccid: Iccid,
    imsi: z
      .string()
      .regex(/^\d{14,15}$/, "must be 14 or 15 digits")
      .optional(),
    msisdn: z
      .string()
      .regex(/^\+?[1-9]\d{6,14}$/, "must be a number in E.164 form")
      .optional(),
    imei: z
      .string()
      .regex(/^\d{14,16}$/, "must be 14 to 16 digits")
      .optional(),
    label: text.optional(),
    status: SimStatus.default("inactive"),
    rate_plan: text.optional(),
    customer: text.optional(),
    tags: z.array(text).max(50).default([]),
  }),
  output: Sim,
  scope: "sims:write",
  effect: "write",
  route: { method: "POST", path: "/api/v1/sims", status: 201 },
  preview: async ({ input }) => ({
    summary: `Add SIM ${input.iccid}`,
    targets: [input.iccid],
    skipped: [],
    reversible: true,
  }),
  run: ({ actor, input }) => create(actor, input, fleetNow()),
});
