import { AUDIENCE } from "../lexicon/ordinary.ts";
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
      const isComma = current.length > 1 && token.word === ",";
      if (isComma && (asksAt(tokens, index + 1) || isRemarkAt(tokens, index + 1))) {
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

const TELLERS = new Set(["i", "we", "they", "he", "she", "im"]);
const OWN = new Set(["my", "our", "the"]);

/** ", I drive there tomorrow", ", my boss wants them": somebody tells something, rather than lists it. */
function isRemarkAt(tokens: readonly Token[], at: number): boolean {
  const [first, second] = [tokens[at]?.word ?? "", tokens[at + 1]?.word ?? ""];
  if (OWN.has(first)) return AUDIENCE.has(second);
  if (first === "it") return /^(?:is|was|only|just|has|had|does|keeps)$/.test(second); // ", it is nothing but noise"
  return TELLERS.has(first) && second !== "";
}
