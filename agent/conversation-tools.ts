import { type ToolSet, tool } from "ai";
import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { describeCatalogue } from "#query/describe-catalogue.ts";
import { View } from "#query/query.ts";
import { proposeChangeTool } from "./propose-change.ts";

const sentence = z.string().trim().min(1).max(2000);

export const AskBackInput = z.object({
  question: sentence,
  options: z.array(sentence).min(1).max(6),
});
export type AskBack = z.infer<typeof AskBackInput>;

export const DeclineInput = z.object({
  reason: sentence,
  suggestions: z.array(sentence).max(6).default([]),
});
export type Decline = z.infer<typeof DeclineInput>;

/**
 * What the agent alone may say in the form of a tool. Each ends the turn.
 *
 * @param isKept Whether a change that is asked for is kept for people to decide on, or only told.
 */
export function conversationTools(actor: Actor, { isKept }: { isKept: boolean }) {
  return {
    read_catalogue: tool({
      description: "The members of further views, with types, units and allowed values.",
      inputSchema: z.object({ views: z.array(View).min(1).max(6) }),
      execute: async ({ views }) => describeCatalogue({ views, scopes: actor.scopes }),
    }),
    ask_back: tool({
      description:
        "Ask the person which of two to four readings is meant. Each option is a whole question.",
      inputSchema: AskBackInput,
      execute: async (input): Promise<AskBack> => input,
    }),
    decline: tool({
      description:
        "Say that something is out of reach or not allowed, why, and which questions can be answered instead.",
      inputSchema: DeclineInput,
      execute: async (input): Promise<Decline> => input,
    }),
    propose_change: proposeChangeTool(actor, { isKept }),
  } satisfies ToolSet;
}

export const ENDS_TURN = ["ask_back", "decline", "propose_change"] as const;
