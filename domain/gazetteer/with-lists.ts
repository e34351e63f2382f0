import { isDeepStrictEqual } from "node:util";
import type { Gazetteer } from "./gazetteer.ts";

const joined = new WeakMap<Gazetteer, Gazetteer>();

/** The names with those of lists, which are new at once; the same object while both are the same. */
export function withLists(gazetteer: Gazetteer, lists: readonly string[]): Gazetteer {
  if (lists.length === 0) return gazetteer;
  const known = joined.get(gazetteer);
  if (known && isDeepStrictEqual(known.lists, lists)) return known;
  const made = { ...gazetteer, lists };
  joined.set(gazetteer, made);
  return made;
}
