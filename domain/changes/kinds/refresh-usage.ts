import { z } from "zod";
import { defineKind } from "../kind.ts";
import { NOT_THERE, presentSims } from "../sim-values.ts";

export const refreshUsage = defineKind({
  tool: "refresh_usage",
  input: z.object({}),
  noun: "SIM",
  isHarmless: true,
  resourceType: "sim",
  undo: { never: "Nothing of the fleet is changed." },
  title: (_input, rows) => `Fetch the newest usage of ${rows}`,
  present: presentSims,
  effect: (row) => (row ? { before: {}, after: {} } : { skip: NOT_THERE }),
  needs: () => "refresh_usage",
  operation: ({ target }) => ({ kind: "refresh_usage", iccid: target }),
  apply: async (sql, { target }, { now }) => {
    await sql`update store.sim_quota set updated_at = ${now} where iccid = ${target}`;
  },
  auditAction: () => "sim.refresh_usage",
});
