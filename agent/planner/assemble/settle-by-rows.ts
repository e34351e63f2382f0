import type { Item } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

const BY_SIMS = /^(?:by|per|sorted by|ranked by) (?:sims|cards|devices|sim cards)$/;

/** "top 5 customers by SIMs": by how many they have, and not told apart by each. */
export function settleByRows(pool: Pool, words: readonly string[]): void {
  const isRanked = (["top", "superlative", "order"] as const).some(
    (cat) => pool.peek(cat).length > 0,
  );
  const [dim] = pool.peek("dim", ({ plural }) => plural === true);
  const isOther = pool.peek("metric").length + pool.peek("noun", ({ weak }) => !weak).length > 0;
  if (!isRanked || !dim || isOther) return;
  const said = ({ start, end }: Item) => BY_SIMS.test(words.slice(start, end).join(" "));
  const [by] = [...pool.peek("group", said), ...pool.peek("value", said)];
  if (!by) return;
  const { start, end } = by;
  pool.drop(by);
  pool.put(
    { cat: "ask", what: "count", start, end: start, score: 0 },
    { cat: "noun", view: "sims", conds: [], plural: true, start, end, score: 0 },
  );
}
