import { z } from "zod";
import { defineKind } from "../kind.ts";
import { NOT_THERE, presentSims } from "../sim-values.ts";

export const resetConnectivity = defineKind({
  tool: "reset_connectivity",
  input: z.object({}),
  noun: "SIM",
  resourceType: "sim",
  undo: { never: "A reset has nothing to go back to: the device connects anew by itself." },
  title: (_input, rows) => `Reset the connection of ${rows}`,
  present: presentSims,
  effect: (row) => {
    if (!row) return { skip: NOT_THERE };
    const { status } = row.values;
    return status === "active"
      ? { before: { status }, after: {} }
      : { skip: `${status}: it has no connection` };
  },
  needs: () => "reset",
  operation: ({ target }) => ({ kind: "reset", iccid: target }),
  apply: async () => {}, // what the network makes of it comes back as events
  auditAction: () => "sim.reset_connectivity",
});
