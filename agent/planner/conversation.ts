import type { Query } from "#query/query.ts";
import { assemble } from "./assemble/assemble.ts";
import { Trouble } from "./assemble/filters.ts";
import { edit } from "./follow-up/edit.ts";
import { asksForRows, isFollowUp } from "./follow-up/is-follow-up.ts";
import { losesListedSims, ofListedSims } from "./follow-up/of-listed-sims.ts";
import { simsBehind } from "./follow-up/sims-behind.ts";
import { substituted } from "./follow-up/substitute.ts";
import { turnText } from "./follow-up/turn-text.ts";
import type { Lexicon } from "./parse/lexicon.ts";
import { type Reading, read } from "./read.ts";
import type { TimeContext } from "./time/span.ts";

export interface Turn {
  /** What the words of this turn say by themselves. */
  readonly reading: Reading;
  /** With what they take from the turns before. */
  readonly whole: Reading;
  readonly leans: boolean;
  /** It points at SIMs that were listed, and no reading of it keeps to them. */
  readonly isLost?: boolean;
}

/** One more turn: a follow-up edits what was asked, or asks about what was named; another question begins anew. */
export function nextTurn(
  earlier: Reading | null,
  question: string,
  lexicon: Lexicon,
  time: TimeContext,
): Turn {
  const plain = read(question, lexicon, time);
  if (!earlier) return alone(plain);
  const turned = turnText(question);
  const said = turned === question ? plain : read(turned, lexicon, time);
  const reading = said.unknown.length <= plain.unknown.length ? said : plain;
  const behind = simsBehind(earlier, reading);
  if (behind) return { reading, whole: behind, leans: true };
  if (!isFollowUp(reading) && !asksForRows(reading.words))
    return alone(plain.unknown.length > reading.unknown.length ? reading : plain);
  const about = substituted(earlier, reading);
  const asked = (one: Reading) => queryOf(one, time);
  const whole =
    about && isUsable(about, time)
      ? about
      : (ofListedSims(earlier, reading, asked) ?? edit(earlier, reading, time));
  if (losesListedSims(earlier, reading, { whole, queryOf: asked }))
    return { ...alone(reading), isLost: true };
  return { reading, whole, leans: true };
}

function alone(reading: Reading): Turn {
  return { reading, whole: reading, leans: false };
}

/** What is talked about after one more turn; null when that turn makes no sense. */
export function understood(
  earlier: Reading | null,
  question: string,
  lexicon: Lexicon,
  time: TimeContext,
): Reading | null {
  const { reading, whole, isLost } = nextTurn(earlier, question, lexicon, time);
  return !isLost && reading.unknown.length === 0 && isUsable(whole, time) ? whole : null;
}

function isUsable(reading: Reading, time: TimeContext): boolean {
  return queryOf(reading, time) !== null;
}

function queryOf(reading: Reading, time: TimeContext): Query | null {
  try {
    return assemble(reading.items, reading.words, time).query;
  } catch (error) {
    if (error instanceof Trouble) return null;
    throw error;
  }
}
