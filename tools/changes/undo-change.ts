import { z } from "zod";
import { Proposal } from "#domain/changes/proposal.ts";
import { proposeUndo } from "#domain/changes/undo.ts";
import { defineEffect } from "../define.ts";

export const undoChange = defineEffect({
  name: "undo_change",
  title: "Undo a change",
  description:
    "Puts back what a change did, as far as each row is still as the change left it; without an id, the caller's last change that can be undone. Nothing is done yet: the answer is a preview and the address where a person approves or rejects it.",
  input: z.object({ change_id: z.string().max(100).optional() }),
  output: Proposal,
  scope: "sims:write",
  effect: "write",
  route: { method: "POST", path: "/api/v1/changes/undo" },
  aliases: [{ method: "POST", path: "/api/v1/changes/{change_id}/undo" }],
  run: ({ actor, input, origin }) => proposeUndo(actor, input.change_id, origin),
});
