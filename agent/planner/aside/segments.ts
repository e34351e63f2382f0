import type { Token } from "../text/tokenise.ts";
import { asksAt } from "./mood.ts";

/** A part of what was typed: between breaks, or up to where the asking begins. */
export interface Segment {
  readonly tokens: readonly Token[];
  readonly inParens: boolean;
  /** The break before it: `-`, `:`, `.`, `,` … */
  readonly after: string;
  /** The break behind it. */
  readonly before: string;
}

/** "My question is about costs, so please list …": the asking begins a segment of its own. */
export function segmentsOf(tokens: readonly Token[]): Segment[] {
  const segments: Segment[] = [];
  let current: Token[] = [];
  let after = "";
  let depth = 0;
  const close = (before: string) => {
    if (current.length > 0) segments.push({ tokens: current, inParens: depth > 0, after, before });
    current = [];
  };
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "break") {
      const begins = current.length > 1 && token.word === "," && asksAt(tokens, index + 1);
      if (begins) {
        close(",");
        after = ",";
      } else current.push(token);
      continue;
    }
    close(token.word);
    if (token.word === "(" || token.word === "[") depth++;
    else if (token.word === ")" || token.word === "]") depth = Math.max(0, depth - 1);
    after = token.word;
  }
  close("");
  return segments;
}
