import { meantBy } from "./actions/propose.ts";
import { extended } from "./conversation.ts";
import { lexiconOf } from "./lexicon-cache.ts";
import type { PlanInput } from "./plan.types.ts";
import type { Reading } from "./read.ts";
import type { TimeContext } from "./time/span.ts";

const MAX_TURNS = 10;
const MAX_CHARACTERS = 4000;

/** The conversation so far as one reading: later questions edit earlier ones, a change is about its rows. */
export function earlierReading(
  { context, gazetteer }: PlanInput,
  time: TimeContext,
): Reading | null {
  const lexicon = lexiconOf(gazetteer);
  let whole: Reading | null = null;
  for (const turn of context.slice(-MAX_TURNS)) {
    if (turn.length > MAX_CHARACTERS) continue;
    whole =
      meantBy(turn, { lexicon, time, earlier: whole, gazetteer }) ??
      extended(whole, turn, lexicon, time);
  }
  return whole;
}
