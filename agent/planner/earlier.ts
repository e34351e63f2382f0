import { ABLE } from "./abilities.ts";
import { continued } from "./actions/continued.ts";
import { isOfProposal } from "./actions/of-proposal.ts";
import { meantBy } from "./actions/propose.ts";
import { withoutRemarks } from "./aside/shorter.ts";
import { nextTurn, type Turn } from "./conversation.ts";
import { answersNothing, completed } from "./follow-up/completed.ts";
import { isFollowUp, leansSurely } from "./follow-up/is-follow-up.ts";
import { meaning } from "./glossary.ts";
import { lexiconOf } from "./lexicon-cache.ts";
import type { Lexicon } from "./parse/lexicon.ts";
import type { PlanInput, ShownSims } from "./plan.types.ts";
import { type Reading, read } from "./read.ts";
import { resolve } from "./resolve.ts";
import { spokenOf } from "./spoken-of.ts";
import { smallTalk, whyAsked } from "./talk.ts";
import type { TimeContext } from "./time/span.ts";

const MAX_TURNS = 10;
const MAX_CHARACTERS = 4000;

/** The conversation up to a question. */
export interface Earlier {
  /** As one reading: that of the last turn that was understood; null where a turn since asked for something else. */
  readonly reading: Reading | null;
  /** The last turn; one that continued a proposal is spelt out. */
  readonly last?: string;
  /** The last turn, where something was asked back about it: an answer to that completes it. */
  readonly open: Reading | null;
  /** Whether nothing was named since that was not understood: only then is it sure what "it" and "them" are. */
  readonly isSure: boolean;
  /** Whether the turn that comes is an option that was offered for the last one. */
  readonly isPicked: boolean;
}

const NOTHING: Earlier = { reading: null, open: null, isSure: true, isPicked: false };

interface Reader {
  readonly lexicon: Lexicon;
  readonly time: TimeContext;
}

/**
 * Later questions edit earlier ones, a change is about its rows. An option that was picked takes the place of
 * the turn that it was offered for; `offered` tells the options of a turn.
 */
export function earlierTurns(
  input: PlanInput,
  time: TimeContext,
  offered: (turn: string, earlier: Earlier) => readonly string[],
): Earlier {
  const reader = { lexicon: lexiconOf(input.gazetteer), time };
  const turns = input.context.slice(-MAX_TURNS).filter(isOfRows);
  let before = NOTHING;
  let earlier = NOTHING;
  const picked = (turn: string, at: number): Earlier | null => {
    if (at === 0 || !isOpen(earlier) || !couldLean(turn, earlier, reader)) return null;
    const isOffered = offered(turns[at - 1] ?? "", before).includes(turn);
    return isOffered ? { ...before, isPicked: true } : null;
  };
  for (const [at, turn] of turns.entries()) {
    before = picked(turn, at) ?? earlier;
    earlier = afterTurn(before, turn, input, reader);
  }
  return picked(input.question.trim(), turns.length) ?? earlier;
}

/** Talk, and what a word means, leave the conversation where it was. */
function isOfRows(turn: string): boolean {
  const isTalk = smallTalk(turn, []) ?? meaning(turn) ?? whyAsked(turn, []);
  return turn.length <= MAX_CHARACTERS && !isTalk && !isOfProposal(turn);
}

function isOpen({ last, reading, open, isSure }: Earlier): boolean {
  return last !== undefined && (open !== null || reading === null || !isSure);
}

/** Whether it makes a difference that a turn was offered: one that is whole by itself says the same anyway. */
function couldLean(turn: string, { open }: Earlier, { lexicon, time }: Reader): boolean {
  const reading = read(turn, lexicon, time);
  return isFollowUp(reading) || (open !== null && completed(open, reading) !== null);
}

function afterTurn(earlier: Earlier, turn: string, input: PlanInput, reader: Reader): Earlier {
  const { gazetteer, abilities = ABLE } = input;
  const conversation = { ...reader, earlier: earlier.reading, gazetteer, abilities };
  const whole = continued(turn, earlier.last, conversation);
  const last = typeof whole === "string" ? whole : turn;
  const understood = (reading: Reading): Earlier => ({ ...NOTHING, reading, last });
  const spoken = input.showsAnalyses ? spokenOf(last, earlier.reading, reader) : null;
  const meant = spoken ?? meantBy(last, conversation);
  if (meant) return understood(meant);
  const next = (question: string) => turnAfter(earlier, question, reader);
  const asked = next(last);
  if ("query" in resolve(asked, reader.time)) return understood(asked.whole);
  const less = withoutRemarks(last, reader, ({ question }) => {
    const shorter = next(question);
    return "query" in resolve(shorter, reader.time) ? { ...shorter, assumptions: [] } : null;
  });
  return less ? understood(less.whole) : notUnderstood(asked, earlier, last);
}

/** What a question is after what was said: an answer to what was asked back, a follow-up, or a question of its own. */
export function turnAfter(
  { reading, open, isPicked }: Earlier,
  question: string,
  { lexicon, time }: Reader,
  sims?: ShownSims,
): Turn {
  const next = nextTurn(reading, question, lexicon, time, sims);
  const answer = open && !isPicked ? completed(open, next.reading) : null;
  const turn = { reading: next.reading, whole: answer ?? next.whole, leans: true };
  if (answer && "query" in resolve(turn, time)) return turn;
  const isAskedAgain = open && !isPicked && !reading && answersNothing(next.reading);
  return isAskedAgain ? { reading: open, whole: open, leans: true } : next;
}

/** A follow-up that failed leaves standing what it followed; what asked for something else leaves nothing. */
function notUnderstood({ reading, leans, isLost }: Turn, earlier: Earlier, last: string): Earlier {
  const isStrange = reading.unknown.length > 0;
  const follows = leans || isLost === true || isFollowUp(reading);
  const namesOthers = reading.items.some((item) => item.cat === "value");
  return {
    reading: follows && (!isStrange || leansSurely(reading)) ? earlier.reading : null,
    last,
    open: isStrange ? null : reading,
    isSure: follows && !isStrange && !namesOthers && earlier.isSure,
    isPicked: false,
  };
}
