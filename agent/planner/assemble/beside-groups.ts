import type { Item } from "../parse/items.ts";
import type { Assembled } from "./assemble.ts";
import { endBeside, withEnd } from "./end-beside.ts";
import { partBeside, withPart } from "./part-beside.ts";

type AssembleOne = (items: readonly Item[], words: readonly string[], asList: boolean) => Assembled;

/** The number of each group, and beside it what is asked of those rows in the same breath; null for anything else. */
export function besideGroups(
  items: readonly Item[],
  words: readonly string[],
  assembleOne: AssembleOne,
): Assembled | null {
  const part = partBeside(items, words);
  if (part) {
    const all = assembleOne(part.head, part.headWords, false);
    const place = { start: 0, end: 0, score: 0 };
    const rows: Item = { cat: "noun", view: all.query.from, conds: [], ...place };
    const these = assembleOne([rows, ...part.tail], part.tailWords, true);
    return {
      query: withPart(all.query, these.query.where, part),
      assumptions: [...new Set([...all.assumptions, ...these.assumptions])],
    };
  }
  const end = endBeside(items, words);
  if (!end) return null;
  const all = assembleOne(end.head, end.headWords, false);
  return { ...all, query: withEnd(all.query, end) };
}
