import type { Query } from "#query/query.ts";
import { assemble } from "./assemble/assemble.ts";
import { Trouble } from "./assemble/trouble.ts";
import { edit } from "./follow-up/edit.ts";
import { asksForRows, isFollowUp, leansSurely } from "./follow-up/is-follow-up.ts";
import { keptTopic } from "./follow-up/kept-topic.ts";
import { listedSims } from "./follow-up/listed-sims.ts";
import { isOver, namingSims, narrowedTo } from "./follow-up/of-listed-sims.ts";
import { ranksAnew } from "./follow-up/ranked-anew.ts";
import { namingSibling } from "./follow-up/sibling.ts";
import { simsBehind } from "./follow-up/sims-behind.ts";
import { isWhole, namesOne, substituted } from "./follow-up/substitute.ts";
import { turnText } from "./follow-up/turn-text.ts";
import type { ItemOf } from "./parse/items.ts";
import type { Lexicon } from "./parse/lexicon.ts";
import type { ShownSims } from "./plan.types.ts";
import { type Reading, read } from "./read.ts";
import { isAskedOf, isOfOneOutside } from "./referent.ts";
import { isCauseOfNothing } from "./says-nothing.ts";
import type { TimeContext } from "./time/span.ts";

export interface Turn {
  /** What the words of this turn say by themselves. */
  readonly reading: Reading;
  /** With what they take from the turns before. */
  readonly whole: Reading;
  readonly leans: boolean;
  /** It speaks of the SIMs that were listed. */
  readonly isOfListed?: boolean;
  /** It points at rows of before, and no reading of it keeps to them. */
  readonly isLost?: boolean;
}

interface Reader {
  readonly lexicon: Lexicon;
  readonly time: TimeContext;
}

/** One more turn: a follow-up edits what was asked, or asks about what was named; another question begins anew. */
export function nextTurn(
  earlier: Reading | null,
  typed: string,
  lexicon: Lexicon,
  time: TimeContext,
  sims?: ShownSims,
): Turn {
  const question = (earlier && namingSibling(earlier, typed)) ?? typed;
  const plain = read(question, lexicon, time);
  if (!earlier) return alone(plain);
  const turned = turnText(question);
  const said = turned === question ? plain : read(turned, lexicon, time);
  const reading = said.unknown.length <= plain.unknown.length ? said : plain;
  const ofTopic = keptTopic(earlier, reading);
  if (ofTopic && isUsable(ofTopic, time)) return { reading, whole: ofTopic, leans: true };
  const behind = simsBehind(earlier, reading);
  if (behind) return { reading, whole: behind, leans: true };
  const about = substituted(earlier, reading, simSpokenOf(sims, lexicon, time));
  if (about && leansOn(reading) && (isUsable(about, time) || isWhole(reading)))
    return { reading, whole: about, leans: true };
  if (isOfOneOutside(reading) && hasOtherRows(earlier, reading) && !namesOne(earlier))
    return lost(reading);
  if (reading.background.some((aside) => /\b(?:those|these|them|their)\b/i.test(aside)))
    return lost(reading);
  const naming = asksForRows(reading.words) ? null : namingSims(reading);
  if (naming !== null)
    return ofThem(earlier, reading, naming, { lexicon, time, shown: sims?.listed ?? [] });
  if (!leansOn(reading) && !ranksAnew(earlier, reading))
    return alone(plain.unknown.length > reading.unknown.length ? reading : plain);
  const isOfSims = queryOf(earlier, time)?.from === "sims"; // they have no cause of their own
  if (isCauseOfNothing(reading) && isOfSims) return lost(reading);
  if (isAskedOf(reading) && hasOtherRows(earlier, reading)) return lost(reading);
  const whole = edit(earlier, reading, time);
  const isNew = !leansSurely(reading) && !isUsable(whole, time) && isUsable(plain, time);
  return isNew ? alone(plain) : { reading, whole, leans: true };
}

/** The one SIM that was shown last, as a name that a question could have said. */
function simSpokenOf(
  sims: ShownSims | undefined,
  lexicon: Lexicon,
  time: TimeContext,
): ItemOf<"value"> | null {
  if (!sims?.one) return null;
  const [sim] = read(`show ${sims.one}`, lexicon, time).items.filter(
    (item) => item.cat === "value" && item.dim === "sim",
  );
  return sim?.cat === "value" ? sim : null;
}

/** It points at rows, and which they are is not known. */
function lost(reading: Reading): Turn {
  return { ...alone(reading), isLost: true };
}

/** A turn that speaks of them: of the SIMs that were listed where it can be, else of the rows that there were. */
function ofThem(
  earlier: Reading,
  reading: Reading,
  naming: string,
  { lexicon, time, shown }: Reader & { readonly shown: readonly string[] },
): Turn {
  const listed = listedSims(queryOf(earlier, time), shown);
  const edited = edit(earlier, reading, time);
  if (!listed) {
    if (hasOtherRows(earlier, reading)) return lost(reading);
    return { reading, whole: edited, leans: true };
  }
  const whole = narrowedTo(listed, read(naming, lexicon, time));
  const asked = whole && queryOf(whole, time);
  if (whole && isOver(asked, listed)) return { reading, whole, leans: true, isOfListed: true };
  if (isOver(queryOf(edited, time), listed)) return { reading, whole: edited, leans: true };
  if (whole && !asked) return { reading, whole, leans: true, isOfListed: true };
  return lost(reading);
}

/** "open tickets per customer" → "how many SIMs do they have": rows of its own, and whose is not known. */
function hasOtherRows(earlier: Reading, later: Reading): boolean {
  const before = new Set(
    earlier.items.flatMap((item) => {
      if (item.cat === "cond") return item.cond.k === "related" ? [item.cond.noun.view] : [];
      return item.cat === "noun" && !item.weak ? [item.view] : [];
    }),
  );
  return later.items.some((item) => item.cat === "noun" && !item.weak && !before.has(item.view));
}

function leansOn(reading: Reading): boolean {
  return isFollowUp(reading) || asksForRows(reading.words);
}

function alone(reading: Reading): Turn {
  return { reading, whole: reading, leans: false };
}

/** What sentences before a request tell of; null when one makes no sense. */
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
