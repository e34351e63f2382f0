import type { Cond, Item } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

const SINCE_WHEN = /\bsince when\b|\bwhen (?:was|were|did) (?:each|every)\b/;

/**
 * "List suspended SIMs" -> "since when?": of each SIM that still is so, the last time that it was made so.
 * Asks for that order, and returns what the SIMs are now.
 */
export function stillSo(pool: Pool, words: readonly string[], acts: readonly Item[]): Cond[] {
  const isOfOne = pool.peek("value", (item) => item.dim === "sim").length > 0;
  const [state, ...others] = acts.flatMap(statesIn);
  const isOne = others.every((other) => JSON.stringify(other) === JSON.stringify(state));
  if (!SINCE_WHEN.test(words.join(" ")) || isOfOne || !state || !isOne) return [];
  if (pool.peek("superlative").length > 0) return [];
  const [act] = acts;
  const place = { start: act?.start ?? 0, end: act?.start ?? 0, score: 0 };
  for (const ask of pool.peek("ask", ({ what }) => ["when", "count", "list"].includes(what)))
    pool.drop(ask);
  for (const group of pool.peek("group")) pool.drop(group);
  pool.put(
    { cat: "superlative", direction: "desc", members: [], ...place },
    { cat: "group", groups: [{ k: "sim" }], ...place },
  );
  return [state];
}

/** What the SIMs are: "suspended". */
function statesIn(item: Item): Cond[] {
  const conds = item.cat === "value" ? [item.cond] : item.cat === "noun" ? item.conds : [];
  return conds.flatMap((cond): Cond[] => {
    if (cond.k !== "value" || cond.negated) return [];
    const options = cond.options.filter(
      ({ filter }) => "member" in filter && filter.member === "sims.status",
    );
    return options.length > 0 ? [{ ...cond, options }] : [];
  });
}
