import { assemble } from "./assemble/assemble.ts";
import { Trouble } from "./assemble/filters.ts";
import { edit, isFollowUp } from "./follow-up.ts";
import type { Lexicon } from "./parse/lexicon.ts";
import { type Reading, read } from "./read.ts";
import type { TimeContext } from "./time/span.ts";

/** What is talked about after one more question: a follow-up edits, another question begins anew. */
export function extended(
  whole: Reading | null,
  question: string,
  lexicon: Lexicon,
  time: TimeContext,
): Reading | null {
  const reading = read(question, lexicon, time);
  if (reading.unknown.length > 0) return whole;
  const next = whole && isFollowUp(reading) ? edit(whole, reading, time) : reading;
  return isUsable(next, time) ? next : whole;
}

function isUsable(reading: Reading, time: TimeContext): boolean {
  try {
    assemble(reading.items, reading.words, time);
    return true;
  } catch (error) {
    if (error instanceof Trouble) return false;
    throw error;
  }
}
