import { type Parse, parse } from "../parse/chart.ts";
import type { Item } from "../parse/items.ts";
import type { Lexicon } from "../parse/lexicon.ts";
import { tag } from "../parse/tag.ts";
import type { Token } from "../text/tokenise.ts";
import type { TimeContext } from "../time/span.ts";
import type { Segment } from "./segments.ts";
import type { Understood } from "./understood.ts";

/** Each part of a question, read by itself. */
export function partsOf(
  segments: readonly Segment[],
  lexicon: Lexicon,
  time: TimeContext,
): Understood[] {
  return segments.map((segment) => {
    const tagged = tag(segment.tokens, lexicon, time);
    const { items, unknown } = parse(wordsIn(segment.tokens), tagged);
    return { segment, items, hasUnknown: unknown.length > 0, times: timesIn(tagged) };
  });
}

function timesIn(tagged: readonly Item[]): Item[] {
  return tagged
    .filter((item) => item.cat === "time")
    .sort((a, b) => b.end - b.start - (a.end - a.start));
}

export function parseTokens(tokens: readonly Token[], lexicon: Lexicon, time: TimeContext): Parse {
  return parse(wordsIn(tokens), tag(tokens, lexicon, time));
}

function wordsIn(tokens: readonly Token[]): string[] {
  return tokens.map((token) => token.word);
}

/** Whether something was made of the word. */
export function isRead(items: readonly Item[], index: number): boolean {
  return items.some((item) => item.start <= index && index < item.end);
}

export function textOf(question: string, tokens: readonly Token[]): string {
  return question.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
}
