import type { Lexicon } from "../parse/lexicon.ts";
import { correct } from "../text/spelling.ts";
import { tokenise } from "../text/tokenise.ts";
import type { TimeContext } from "../time/span.ts";
import { leavings } from "./left-out.ts";
import { asks } from "./mood.ts";
import { partsOf, textOf } from "./parts.ts";
import { segmentsOf } from "./segments.ts";

export interface Shorter {
  readonly question: string;
  readonly leftOut: readonly string[];
  /** Whether something that was left out asks. */
  readonly asks: boolean;
}

interface Reader {
  readonly lexicon: Lexicon;
  readonly time: TimeContext;
}

/** The first answer to a question without what leads up to it or is remarked beside it, where the whole is not understood. */
export function withoutRemarks<T extends { assumptions: readonly string[] }>(
  question: string,
  { lexicon, time }: Reader,
  answer: (less: Shorter) => T | null,
): T | null {
  for (const less of shorter(question, lexicon, time)) {
    const made = answer(less);
    if (made)
      return { ...made, assumptions: [...less.leftOut.map(asBackground), ...made.assumptions] };
  }
  return null;
}

export function asBackground(text: string): string {
  return `Taken as background, not as part of the question: “${text.slice(0, 120)}”.`;
}

function shorter(question: string, lexicon: Lexicon, time: TimeContext): Shorter[] {
  const { tokens } = correct(tokenise(question), lexicon.vocabulary);
  const segments = segmentsOf(tokens);
  if (segments.length < 2) return [];
  const parts = partsOf(segments, lexicon, time);
  return leavings(parts).map((left) => ({
    question: parts
      .filter((part) => !left.includes(part))
      .map(({ segment }) => `${textOf(question, segment.tokens)}${closing(segment.before)}`)
      .join(" "),
    leftOut: left.map(({ segment }) => textOf(question, segment.tokens)),
    asks: left.some(({ segment }) => asks(segment.tokens, segment.before)),
  }));
}

function closing(before: string): string {
  return /^[.?!:;,]$/.test(before) ? before : ".";
}
