import { z } from "zod";
import { Invalid } from "#core/errors.ts";
import { insertSim } from "#domain/sims/insert-sim.ts";
import { SimStatus } from "#domain/sims/sim.ts";
import { defineKind } from "../kind.ts";
import { presentSims } from "../sim-values.ts";

const text = z.string().trim().min(1).max(200);

export const NewSim = z.object({
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
});

export const createSim = defineKind({
  tool: "create_sim",
  input: NewSim,
  noun: "SIM",
  resourceType: "sim",
  undo: { never: "To take it out again, remove the SIM." },
  title: (_input, rows) => `Add ${rows}`,
  present: async (sql, targets, options) => {
    const there = await presentSims(sql, targets, options);
    const absent = { label: null, values: { exists: false } };
    return new Map(targets.map((iccid) => [iccid, there.get(iccid) ?? absent]));
  },
  effect: (row, input) =>
    row?.values.exists === true
      ? { skip: "in this fleet already" }
      : { before: { exists: false }, after: { exists: true, ...input } },
  price: async (sql, { rate_plan }) => {
    if (rate_plan === undefined) return { costs: [], notes: [] };
    const [plan] = await sql`select 1 from fleet.rate_plans where name = ${rate_plan}`;
    if (!plan) throw new Invalid(`rate_plan: there is no rate plan called “${rate_plan}”.`);
    return { costs: [], notes: [] };
  },
  apply: (sql, { target }, { input, now }) => insertSim(sql, { iccid: target, ...input }, now),
  auditAction: () => "sim.create",
});
