import { z } from "zod";
import { chooseSims, SimChoice } from "#domain/changes/choose.ts";
import { kindOf } from "#domain/changes/kinds.ts";
import { Proposal } from "#domain/changes/proposal.ts";
import { propose } from "#domain/changes/propose.ts";
import { defineEffect } from "../define.ts";

/** The name under which older clients find activation. */
export const bulkActivate = defineEffect({
  name: "bulk_activate",
  title: "Activate SIMs",
  description:
    "Activates many SIMs; the same as set_sim_status with the status active. Nothing is done yet: the answer is a preview and the address where a person approves or rejects it.",
  input: z.object(SimChoice.shape),
  output: Proposal,
  scope: "sims:write",
  effect: "write",
  route: { method: "POST", path: "/api/v1/sims/bulk-activate" },
  run: async ({ actor, input, origin }) =>
    propose(actor, {
      ...origin,
      ...(await chooseSims(actor, input)),
      kind: kindOf("set_sim_status"),
      input: { status: "active" },
      asked: { bulk_activate: input },
    }),
});
