import type { Pool } from "./pool.ts";

const RELATIVE = new Set(["that", "which", "who", "but", "yet"]);
const SHAPES = ["ask", "group", "grain", "top", "superlative", "agg", "unit", "by"] as const;

/** "Washers that used data last week", "suspended but still sending": which ones, not how much in all. */
export function settleUsers(pool: Pool, words: readonly string[]): void {
  const [noun, ...others] = pool.peek("noun", (item) => !item.weak);
  const [used, ...more] = pool.peek("metric");
  if (noun?.view !== "sims" || others.length > 0 || !used?.verb || more.length > 0) return;
  if (SHAPES.some((cat) => pool.peek(cat).length > 0)) return;
  const between = words.slice(noun.end, used.start);
  if (!between.some((word) => RELATIVE.has(word))) return;
  pool.put({ cat: "ask", what: "list", start: noun.start, end: noun.start, score: 0 });
}
