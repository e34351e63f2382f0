import type { ItemOf } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

/** "What percentage of the events were rejects": a later noun of the same rows is what is said of them. */
export function settleShares(pool: Pool): void {
  const isShare = pool.asks("percent") !== undefined || pool.asks("share") !== undefined;
  if (!isShare || pool.peek("metric").length > 0) return;
  const nouns = pool
    .peek("noun", (noun) => !noun.weak && noun.view !== "sims")
    .sort((a, b) => a.start - b.start);
  const [base, said, ...more] = nouns;
  if (!base || !said || more.length > 0 || base.view !== said.view) return;
  if (said.conds.length === 0 || said.start === base.end) return;
  pool.drop(said);
  pool.put(...said.conds.flatMap((cond) => asValue(cond, said)));
}

function asValue(
  cond: ItemOf<"noun">["conds"][number],
  { start, end }: ItemOf<"noun">,
): (ItemOf<"value"> | ItemOf<"cond">)[] {
  const place = { start, end, score: 0 };
  if (cond.k !== "value") return [{ cat: "cond", cond, ...place }];
  return [
    { cat: "value", cond, ...(cond.options[0] ? { dim: cond.options[0].dim } : {}), ...place },
  ];
}
