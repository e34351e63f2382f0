import type { Item } from "./items.ts";
import { withLongLists } from "./long-lists.ts";
import type { Rule } from "./parts.ts";
import { RULES } from "./rules.ts";

/** Light words that may stand between the parts of one phrase. */
const SKIPPED = new Set(
  "the a an of its their his her our your my in on at to for all any already currently now just still yet even ever about approximately roughly than , / is are was were be been has have had do does did that which who : they it we you already please pls only being really actually anything both belong belongs belonging assigned located based among notify notifies".split(
    " ",
  ),
);
const MAX_SKIP = 4;
/** Bounds the work on the longest questions; ordinary ones make some hundreds of items. */
const MAX_ITEMS = 4000;
const MAX_ROUNDS = 6;
const COMPOSED = 4;
const SKIPPED_WORD = 4;
const UNKNOWN_PENALTY = 40;

export interface Parse {
  /** Items side by side that cover the question best. */
  readonly items: readonly Item[];
  /** Tokens that nothing covers. */
  readonly unknown: readonly number[];
  readonly score: number;
  /** Attempts at applying a rule: grows with the question, never with its square. */
  readonly work: number;
}

/** Compose neighbouring items by the rules until nothing new comes of it, then choose the best cover. */
export function parse(words: readonly string[], lexical: readonly Item[]): Parse {
  const byStart: Item[][] = Array.from({ length: words.length + 1 }, () => []);
  const seen = new Set<string>();
  let count = 0;
  let work = 0;
  const add = (item: Item): boolean => {
    if (count >= MAX_ITEMS) return false;
    const key = JSON.stringify(item);
    if (seen.has(key)) return false;
    seen.add(key);
    count++;
    byStart[item.start]?.push(item);
    return true;
  };
  let fresh: ReadonlySet<Item> = new Set(withLongLists(words, lexical).filter(add));
  for (let round = 0; round < MAX_ROUNDS && fresh.size > 0; round++) {
    const made: Item[] = [];
    for (const rule of RULES) {
      for (let start = 0; start < words.length; start++) {
        for (const parts of matches(rule, start)) {
          if (!parts.some((part) => fresh.has(part))) continue; // made in a round before
          work++;
          const sem = rule.make(...parts);
          const last = parts.at(-1);
          if (sem && last)
            made.push({ ...sem, start, end: last.end, score: scoreOf(parts) + rule.bonus });
        }
      }
    }
    fresh = new Set(made.filter(add));
  }
  return { ...bestCover(words.length, byStart), work };

  function matches(rule: Rule, start: number): Item[][] {
    let partial: Item[][] = (byStart[start] ?? [])
      .filter((item) => rule.parts[0]?.(item))
      .map((item) => [item]);
    for (const part of rule.parts.slice(1)) {
      partial = partial.flatMap((items) =>
        next(items.at(-1)?.end ?? 0, part, rule.between ?? SKIPPED).map((item) => [...items, item]),
      );
      if (partial.length === 0) break;
    }
    return partial;
  }

  function next(from: number, part: (item: Item) => boolean, skipped: ReadonlySet<string>): Item[] {
    for (let at = from; at <= Math.min(from + MAX_SKIP, words.length); at++) {
      const found = (byStart[at] ?? []).filter(part);
      if (found.length > 0) return found;
      if (!skipped.has(words[at] ?? "")) return [];
    }
    return [];
  }
}

/** The parts, a little for being one phrase, and as much for the words skipped between as fillers get. */
function scoreOf(parts: readonly Item[]): number {
  const covered = parts.reduce((sum, part) => sum + part.end - part.start, 0);
  const skipped = (parts.at(-1)?.end ?? 0) - (parts[0]?.start ?? 0) - covered;
  return parts.reduce((sum, part) => sum + part.score, 0) + COMPOSED + SKIPPED_WORD * skipped;
}

function bestCover(length: number, byStart: readonly (readonly Item[])[]): Omit<Parse, "work"> {
  const best: { score: number; from: number; item: Item | null }[] = [
    { score: 0, from: -1, item: null },
  ];
  for (let at = 1; at <= length; at++)
    best.push({ score: Number.NEGATIVE_INFINITY, from: at - 1, item: null });
  for (let at = 0; at < length; at++) {
    const here = best[at]?.score ?? 0;
    const skip = best[at + 1];
    if (skip && here - UNKNOWN_PENALTY > skip.score)
      best[at + 1] = { score: here - UNKNOWN_PENALTY, from: at, item: null };
    for (const item of byStart[at] ?? []) {
      const end = best[item.end];
      if (end && here + item.score > end.score)
        best[item.end] = { score: here + item.score, from: at, item };
    }
  }
  const items: Item[] = [];
  const unknown: number[] = [];
  for (let at = length; at > 0; ) {
    const step = best[at];
    if (!step) break;
    if (step.item) items.push(step.item);
    else unknown.push(at - 1);
    at = step.from;
  }
  return { items: items.reverse(), unknown: unknown.reverse(), score: best[length]?.score ?? 0 };
}
