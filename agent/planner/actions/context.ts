import type { Gazetteer } from "#domain/gazetteer/gazetteer.ts";
import type { Abilities } from "../abilities.ts";
import type { Lexicon } from "../parse/lexicon.ts";
import type { Plan, ShownSims } from "../plan.types.ts";
import type { Reading } from "../read.ts";
import type { TimeContext } from "../time/span.ts";

export interface ActionContext {
  readonly lexicon: Lexicon;
  readonly time: TimeContext;
  /** What was asked before, in earlier turns or earlier in the same message. */
  readonly earlier: Reading | null;
  readonly gazetteer: Gazetteer;
  readonly abilities: Abilities;
  /** What "the first one" and "it" may mean. */
  readonly sims?: ShownSims | undefined;
}

export type Question = Extract<Plan, { kind: "clarify" }>;

/** A question back about a change. */
export function ask(question: string, options: string[] = []): Question {
  return {
    kind: "clarify",
    question,
    options:
      options.length >= 2
        ? options
        : [...options, "How many SIMs are there by status?", "List all SIMs"].slice(0, 3),
  };
}
