import { type JSONSchema7, jsonSchema, type ToolSet, tool } from "ai";
import { z } from "zod";
import { type Actor, hasScope } from "#core/actor.ts";
import { Forbidden, Invalid } from "#core/errors.ts";
import { describeCatalogue } from "#query/describe-catalogue.ts";
import { Query, View } from "#query/query.ts";
import { callTool } from "#tools/call.ts";
import { queryFleet } from "#tools/query-fleet.ts";

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

const ProposeChangeInput = z.object({
  tool: z
    .string()
    .regex(/^[a-z][a-z0-9_]{1,39}$/, "must be snake_case")
    .meta({ description: "What would be done, such as suspend_sims" }),
  input: z.record(z.string(), z.unknown()).default({}),
  targets: z.union([z.array(z.string().max(200)).max(1000), Query]).meta({
    description:
      "The ids (ICCIDs; or alert or ticket ids), or a query whose rows carry iccid or id",
  }),
  summary: sentence,
  assumptions: z.array(sentence).max(10).default([]),
});

type ProposeChangeInput = z.infer<typeof ProposeChangeInput>;

/** What a model reads of it: the shape of a query stands at query_fleet already. */
const PROPOSE_CHANGE_SCHEMA = z.toJSONSchema(
  ProposeChangeInput.extend({
    targets: z.union([z.array(z.string()), z.record(z.string(), z.unknown())]).meta({
      description:
        "The ids (ICCIDs; or alert or ticket ids), or a query as query_fleet takes it, whose rows carry iccid or id",
    }),
  }),
  { io: "input", target: "draft-7" },
) as JSONSchema7; // zod types its own dialect of the same standard

export interface ProposedChange {
  readonly tool: string;
  readonly input: Record<string, unknown>;
  readonly summary: string;
  readonly assumptions: string[];
  readonly target_count: number;
  /** At most 1,000. */
  readonly targets: string[];
}

/** What the agent alone may say in the form of a tool. Each ends the turn. */
export function conversationTools(actor: Actor) {
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
    propose_change: tool({
      description:
        "State a change to SIMs, alerts or tickets that the person asked for, with the rows that it would change. Nothing is carried out.",
      inputSchema: jsonSchema<ProposeChangeInput>(PROPOSE_CHANGE_SCHEMA, {
        validate: (value) => {
          const parsed = ProposeChangeInput.safeParse(value);
          return parsed.success
            ? { success: true, value: parsed.data }
            : { success: false, error: parsed.error };
        },
      }),
      execute: (input, { abortSignal }) => propose(actor, input, abortSignal),
    }),
  } satisfies ToolSet;
}

export const ENDS_TURN = ["ask_back", "decline", "propose_change"] as const;

async function propose(
  actor: Actor,
  input: ProposeChangeInput,
  signal: AbortSignal | undefined,
): Promise<ProposedChange> {
  if (!hasScope(actor, "sims:write")) {
    throw new Forbidden(
      "Your role may look, but not change the fleet. Ask an operator or an owner.",
    );
  }
  const { targets, ...rest } = input;
  if (Array.isArray(targets)) return { ...rest, targets, target_count: targets.length };
  const answer = await callTool(
    actor,
    queryFleet,
    { query: targets },
    { signal, isCounted: false },
  );
  return { ...rest, targets: idsOf(answer.rows), target_count: answer.row_count };
}

function idsOf(rows: readonly Record<string, unknown>[]): string[] {
  return rows.map((row) => {
    const id = row.iccid ?? row.id;
    if (id === undefined || id === null) {
      throw new Invalid("targets: the query's rows must carry iccid or id.");
    }
    return String(id);
  });
}
