import { z } from "zod";
import { NewSim } from "#domain/changes/kinds/create-sim.ts";
import { kindOf } from "#domain/changes/kinds.ts";
import { Proposal } from "#domain/changes/proposal.ts";
import { propose } from "#domain/changes/propose.ts";
import { Iccid } from "#domain/sims/sim.ts";
import { defineEffect } from "../define.ts";

export const createSim = defineEffect({
  name: "create_sim",
  title: "Add a SIM",
  description:
    "Adds one SIM to the organisation's fleet. Nothing is done yet: the answer is a preview and the address where a person approves or rejects it.",
  input: z.object({ iccid: Iccid, ...NewSim.shape }),
  output: Proposal,
  scope: "sims:write",
  effect: "write",
  route: { method: "POST", path: "/api/v1/sims" },
  run: ({ actor, input, origin }) =>
    propose(actor, {
      ...origin,
      kind: kindOf("create_sim"),
      input: NewSim.parse(input),
      asked: input,
      targets: [input.iccid],
      isNamed: true,
    }),
});
