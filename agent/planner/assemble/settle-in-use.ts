import type { Pool } from "./pool.ts";

/** "What tags do we use": which there are, and not how much data they used. */
export function settleInUse(pool: Pool, words: readonly string[]): void {
  const isAmount =
    pool.asks("much") !== undefined ||
    (["unit", "top", "superlative", "agg", "threshold", "time"] as const).some(
      (cat) => pool.peek(cat).length > 0,
    );
  if (isAmount) return;
  for (const verb of pool.peek("metric", (item) => item.verb === true)) {
    const said = words.slice(verb.start - 2, verb.end).join(" ");
    const isOfUs = /^(?:do|are) we (?:use|using)$/.test(said);
    const dim = pool.peek("dim", (item) => item.end === verb.start - 2)[0];
    if (isOfUs && dim) pool.drop(verb);
  }
}
