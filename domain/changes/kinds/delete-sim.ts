import { z } from "zod";
import { forgetSim } from "#domain/providers/local-provider.ts";
import { defineKind } from "../kind.ts";
import { NOT_THERE, presentSims } from "../sim-values.ts";

export const deleteSim = defineKind({
  tool: "delete_sim",
  input: z.object({}),
  noun: "SIM",
  resourceType: "sim",
  undo: {
    never: "Usage, messages and events of a removed SIM are gone. Tickets and the audit log stay.",
  },
  isForGood: true,
  title: (_input, rows) => `Remove ${rows} for good`,
  present: presentSims,
  effect: (row) => (row ? { before: row.values, after: { exists: false } } : { skip: NOT_THERE }),
  apply: async (sql, { target }) => {
    await sql`delete from store.sims where iccid = ${target}`;
    await forgetSim(sql, target);
  },
  auditAction: () => "sim.delete",
});
