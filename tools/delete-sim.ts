import { z } from "zod";
import { deleteSim as remove } from "#domain/sims/delete-sim.ts";
import { Iccid, Sim } from "#domain/sims/sim.ts";
import { defineTool } from "./define.ts";

export const deleteSim = defineTool({
  name: "delete_sim",
  title: "Remove a SIM",
  description:
    "Takes one SIM with its usage, messages and events out of the organisation's fleet, for good. Tickets and audit rows stay.",
  input: z.object({ iccid: Iccid }),
  output: z.object({ deleted: Sim }),
  scope: "sims:write",
  effect: "destructive",
  route: { method: "DELETE", path: "/api/v1/sims/{iccid}" },
  preview: async ({ input }) => ({
    summary: `Remove SIM ${input.iccid}`,
    targets: [input.iccid],
    skipped: [],
    reversible: false,
  }),
  run: async ({ actor, input }) => ({ deleted: await remove(actor, input.iccid) }),
});
