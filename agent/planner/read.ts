import { type Told, tell } from "./aside/background.ts";
import { carried, sinceThen, stray } from "./aside/carried.ts";
import { hushed, speechEnd } from "./aside/hush.ts";
import { asks } from "./aside/mood.ts";
import { isRead, parseTokens, partsOf, textOf } from "./aside/parts.ts";
import { segmentsOf } from "./aside/segments.ts";
import { isStranger, strangersLeftOut } from "./aside/strangers.ts";
import { keepStrangers } from "./aside/strangers-told.ts";
import type { Understood } from "./aside/understood.ts";
import type { Item } from "./parse/items.ts";
import type { Lexicon } from "./parse/lexicon.ts";
import { tag } from "./parse/tag.ts";
import { joinParticles } from "./text/particles.ts";
import { plainer } from "./text/plainer.ts";
import { inFull } from "./text/shared-period.ts";
import { type Correction, correct } from "./text/spelling.ts";
import { fold, MAX_TOKENS, singular, type Token, tokenise, wordsOf } from "./text/tokenise.ts";
import { zerosIncluded } from "./text/zeros.ts";
import type { TimeContext } from "./time/span.ts";

export interface Reading {
  readonly items: readonly Item[];
  readonly words: readonly string[];
  readonly raws: readonly string[];
  /** Words that nothing understood, as they were typed. */
  readonly unknown: readonly string[];
  readonly corrections: readonly Correction[];
  /** Parts that were taken as background rather than as the question. */
  readonly background: readonly string[];
  /** Words of headings that nothing understood, as they were typed. */
  readonly leftOut: readonly string[];
  /** A name in the background that the question may or may not be about. */
  readonly stray: string | null;
  readonly work: number;
  readonly isTooLong: boolean;
}

/** What a question says, before it is made a query. Linear in the length of the question. */
export function read(said: string, lexicon: Lexicon, time: TimeContext): Reading {
  const question = plainer(said);
  const all = zerosIncluded(inFull(joinParticles(tokenise(question))));
  const { tokens, corrections } = correct(all, lexicon.vocabulary);
  const quiet = hush(tokens, lexicon, time);
  const segments = segmentsOf(quiet);
  const several = segments.length > 1 ? segments : []; // one part alone is the question
  const told = keepStrangers(tell(partsOf(several, lexicon, time)));
  const kept = keptTokens(quiet, told);
  const parsed = parseTokens(kept, lexicon, time);
  return {
    items: parsed.items,
    words: kept.map((token) => token.word),
    raws: kept.map((token) => token.raw),
    unknown: [
      ...strangersLeftOut(told),
      ...parsed.unknown
        .filter((index) => !isQuoted(kept, index))
        .flatMap((index) => kept[index]?.raw ?? []),
    ],
    corrections: corrections.filter((correction) =>
      kept.some((token) => token.raw === correction.from),
    ),
    background: told.background
      .filter(({ segment }) => segment.tokens.length > 1)
      .map(({ segment }) => textOf(question, segment.tokens)),
    leftOut: told.headings.flatMap(unknownWords),
    stray: stray(told),
    work: parsed.work,
    isTooLong: all.length >= MAX_TOKENS,
  };
}

/** Without who asks, what for and why. */
function hush(tokens: readonly Token[], lexicon: Lexicon, time: TimeContext): readonly Token[] {
  const items = tag(tokens, lexicon, time);
  const named = new Set(
    items
      .filter((item) => item.cat === "value" || (item.cat === "noun" && item.conds.length > 0))
      .flatMap((item) =>
        Array.from({ length: item.end - item.start }, (_, offset) => item.start + offset),
      ),
  );
  const ranges = hushed(tokens, (index) => named.has(index) || isStranger(tokens, items, index));
  if (ranges.length === 0) return tokens;
  return tokens.map((token, index) =>
    ranges.some(([start, end]) => index >= start && index < end)
      ? { ...token, word: ",", kind: "symbol" as const }
      : token,
  );
}

/** "After a watchdog boot … 'BOOT reason=watchdog'": what a quoted text says is only said again. */
function isQuoted(tokens: readonly Token[], index: number): boolean {
  const word = singular(fold(tokens[index]?.raw ?? ""));
  return tokens.some(
    (token) => token.kind === "quote" && wordsOf(token.word).map(singular).includes(word),
  );
}

/** The tokens that make the question: names carried over from the background come first. */
function keptTokens(tokens: readonly Token[], told: Told): readonly Token[] {
  const names = carried(told);
  const isPlain = told.background.length === 0 && told.headings.length === 0;
  if (isPlain && told.mains.length < 2) return tokens;
  const order = [...told.headings, ...told.mains].sort(
    (a, b) => (a.segment.tokens[0]?.start ?? 0) - (b.segment.tokens[0]?.start ?? 0),
  );
  return [
    ...(names.length > 0 ? [...names, BREAK] : []),
    ...order.flatMap((part) => [
      ...(told.headings.includes(part) ? known(part) : sinceThen(asTold(part), told)),
      BREAK,
    ]),
  ];
}

/** What is told, without who tells it: "my colleague says there are …". */
function asTold({ segment }: Understood): readonly Token[] {
  const { tokens, before } = segment;
  return asks(tokens, before) ? tokens : tokens.slice(speechEnd(tokens, 0) ?? 0);
}

/** A heading without the words that nothing understands. */
function known({ segment, items }: Understood): Token[] {
  const isBare = items.every(({ cat }) => cat === "filler" || cat === "number" || cat === "word");
  return isBare ? [] : segment.tokens.filter((_, index) => isRead(items, index)); // "standup in ten."
}

function unknownWords({ segment, items }: Understood): string[] {
  return segment.tokens
    .filter(({ word }, index) => /\p{L}/u.test(word) && !isRead(items, index))
    .map(({ raw }) => raw);
}

const BREAK: Token = { word: ".", raw: ".", start: 0, end: 0, kind: "break", glued: false };

export function folded(question: string): string {
  return fold(question).replace(/\s+/g, " ").trim();
}
