import { ABLE } from "./abilities.ts";
import { continued } from "./actions/continued.ts";
import { meantBy } from "./actions/propose.ts";
import { understood } from "./conversation.ts";
import { lexiconOf } from "./lexicon-cache.ts";
import type { PlanInput } from "./plan.types.ts";
import type { Reading } from "./read.ts";
import { smallTalk } from "./talk.ts";
import type { TimeContext } from "./time/span.ts";

const MAX_TURNS = 10;
const MAX_CHARACTERS = 4000;

/** The conversation up to a question. */
export interface Earlier {
  /** As one reading; null after a turn that was not understood, for what leans on it would lean on another. */
  readonly reading: Reading | null;
  /** The last turn; one that continued a proposal is spelt out. */
  readonly last?: string;
}

/** Later questions edit earlier ones, a change is about its rows. */
export function earlierTurns(
  { context, gazetteer, abilities = ABLE }: PlanInput,
  time: TimeContext,
): Earlier {
  const lexicon = lexiconOf(gazetteer);
  let earlier: Earlier = { reading: null };
  for (const turn of context.slice(-MAX_TURNS)) {
    if (turn.length > MAX_CHARACTERS) continue;
    if (smallTalk(turn, [])) continue;
    const conversation = { lexicon, time, earlier: earlier.reading, gazetteer, abilities };
    const whole = continued(turn, earlier.last, conversation);
    const last = typeof whole === "string" ? whole : turn;
    const reading = meantBy(last, conversation) ?? understood(earlier.reading, last, lexicon, time);
    earlier = { reading, last };
  }
  return earlier;
}
