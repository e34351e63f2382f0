import { ABLE } from "./abilities.ts";
import { continued } from "./actions/continued.ts";
import { meantBy } from "./actions/propose.ts";
import { understood } from "./conversation.ts";
import { lexiconOf } from "./lexicon-cache.ts";
import type { PlanInput } from "./plan.types.ts";
import type { Reading } from "./read.ts";
import { simAskedWhole } from "./standing/standing-plan.ts";
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

/**
 * Later questions edit earlier ones, a change is about its rows. An option that was picked takes the place of
 * the turn that it was offered for; `offered` tells the options of a turn.
 */
export function earlierTurns(
  { question, context, gazetteer, abilities = ABLE }: PlanInput,
  time: TimeContext,
  offered: (turn: string, context: readonly string[]) => readonly string[],
): Earlier {
  const lexicon = lexiconOf(gazetteer);
  const turns = context
    .slice(-MAX_TURNS)
    .filter((turn) => turn.length <= MAX_CHARACTERS && !smallTalk(turn, []));
  let before: Earlier = { reading: null };
  let earlier: Earlier = { reading: null };
  const isPicked = (turn: string, at: number) =>
    earlier.reading === null &&
    before.reading !== null &&
    offered(turns[at - 1] ?? "", turns.slice(0, at - 1)).includes(turn);
  for (const [at, turn] of turns.entries()) {
    if (isPicked(turn, at)) earlier = before;
    const conversation = { lexicon, time, earlier: earlier.reading, gazetteer, abilities };
    const whole = continued(turn, earlier.last, conversation);
    const last = typeof whole === "string" ? whole : asRows(turn);
    const reading = meantBy(last, conversation) ?? understood(earlier.reading, last, lexicon, time);
    before = earlier;
    earlier = { reading, last };
  }
  return isPicked(question.trim(), turns.length) ? before : earlier;
}

/** "Tell me everything about pump-7" leaves that SIM to talk of. */
function asRows(turn: string): string {
  const sim = simAskedWhole(turn);
  return sim !== null && /\d/.test(sim) ? `show ${sim}` : turn;
}
