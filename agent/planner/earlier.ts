import { meantBy } from "./actions/propose.ts";
import { understood } from "./conversation.ts";
import { lexiconOf } from "./lexicon-cache.ts";
import type { PlanInput } from "./plan.types.ts";
import type { Reading } from "./read.ts";
import { smallTalk } from "./talk.ts";
import type { TimeContext } from "./time/span.ts";

const MAX_TURNS = 10;
const MAX_CHARACTERS = 4000;

/**
 * The conversation so far as one reading: later questions edit earlier ones, a change is about its rows.
 * Null after a turn that was not understood, for what leans on it would be read as leaning on another.
 */
export function earlierReading(
  { context, gazetteer }: PlanInput,
  time: TimeContext,
): Reading | null {
  const lexicon = lexiconOf(gazetteer);
  let whole: Reading | null = null;
  for (const turn of context.slice(-MAX_TURNS)) {
    if (turn.length > MAX_CHARACTERS) continue;
    if (smallTalk(turn, [])) continue;
    whole =
      meantBy(turn, { lexicon, time, earlier: whole, gazetteer }) ??
      understood(whole, turn, lexicon, time);
  }
  return whole;
}
