import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import {
  AnomalyChoice,
  type Chosen,
  chooseIds,
  chooseSims,
  IdChoice,
  type NumberedNoun,
  SimChoice,
} from "#domain/changes/choose.ts";
import { kindOf } from "#domain/changes/kinds.ts";
import { Proposal } from "#domain/changes/proposal.ts";
import { propose } from "#domain/changes/propose.ts";
import { defineEffect, type EffectTool, type Route } from "../define.ts";

interface ChangeTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly effect: "write" | "destructive";
  readonly route: Route;
  readonly aliases?: readonly Route[];
}

const ANSWER =
  "Nothing is done yet: the answer is a preview and the address where a person approves or rejects it.";

/** A tool that changes SIMs, which are chosen one by one or by a query. */
export function simChange(tool: ChangeTool): EffectTool {
  return change(tool, SimChoice, chooseSims);
}

/** A tool that changes rows with a number: alerts, tickets, rules. */
export function rowChange(tool: ChangeTool, noun: NumberedNoun): EffectTool {
  return change(tool, IdChoice, (actor, input) => chooseIds(actor, input, noun));
}

/** A tool that changes anomalies: those that are kept, and those that were found just now. */
export function anomalyChange(tool: ChangeTool): EffectTool {
  return change(tool, AnomalyChoice, (actor, input) => chooseIds(actor, input, "anomaly"));
}

function change<C extends z.ZodObject>(
  { description, ...tool }: ChangeTool,
  choice: C,
  choose: (actor: Actor, input: z.output<C>) => Promise<Chosen>,
): EffectTool {
  const kind = kindOf(tool.name);
  return defineEffect({
    ...tool,
    description: `${description} ${ANSWER}`,
    input: z.object({ ...choice.shape, ...kind.input.shape }),
    output: Proposal,
    scope: "sims:write",
    run: async ({ actor, input, origin }) => {
      const { targets, isNamed, meant } = await choose(actor, choice.parse(input));
      return propose(actor, {
        ...origin,
        kind,
        input: kind.input.parse(input),
        asked: input,
        targets,
        isNamed,
        meant,
      });
    },
  });
}
