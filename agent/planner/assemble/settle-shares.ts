import type { Cond, ItemOf, NounSem } from "../parse/items.ts";
import { usageLike } from "../parse/parts.ts";
import type { Pool } from "./pool.ts";

/** "What percentage of the events were rejects": a later noun of the same rows is what is said of them. */
export function settleShares(pool: Pool, words: readonly string[]): void {
  const isShare = pool.asks("percent") !== undefined || pool.asks("share") !== undefined;
  if (!isShare) return;
  settleMovers(pool);
  settleRankedShare(pool, words);
  if (pool.peek("metric").length > 0) return;
  const nouns = pool
    .peek("noun", (noun) => !noun.weak && noun.view !== "sims")
    .sort((a, b) => a.start - b.start);
  const [base, said, ...more] = nouns;
  if (!base || !said || more.length > 0 || base.view !== said.view) return;
  if (said.conds.length === 0 || said.start === base.end) return;
  pool.drop(said);
  pool.put(...said.conds.flatMap((cond) => asValue(cond, said)));
}

/** A share by which groups are ranked. */
export const RANKED_SHARE =
  /\b(?:highest|lowest|largest|biggest|smallest|greatest) (?:share|percentage|proportion|percent|fraction) of\b/;

/** "which customer has the highest share of inactive SIMs": of its own SIMs, and not of all that are inactive. */
function settleRankedShare(pool: Pool, words: readonly string[]): void {
  const [sims, ...others] = pool.peek("noun", (noun) => noun.view === "sims" && !noun.weak);
  if (!sims || others.length > 0 || !RANKED_SHARE.test(words.join(" "))) return;
  const isState = (cond: Cond) =>
    cond.k === "value" && cond.options.every(({ dim }) => dim !== "tag" && dim !== "customer");
  const states = sims.conds.filter(isState);
  if (states.length === 0) return;
  pool.drop(sims);
  const end = { start: sims.end, end: sims.end };
  pool.put(
    { ...sims, conds: sims.conds.filter((cond) => !isState(cond)) },
    ...states.flatMap((cond) => asValue(cond, { ...sims, ...end })),
  );
}

/** "What percentage of the reefers moved data on Sunday": those with traffic, and not how much they moved. */
function settleMovers(pool: Pool): void {
  const [metric, ...others] = pool.peek("metric");
  const [sims] = pool.peek("noun", (noun) => noun.view === "sims" && !noun.weak);
  const ask = pool.asks("percent") ?? pool.asks("share");
  if (!metric?.verb || others.length > 0 || !sims || !ask) return;
  if (!usageLike(metric.metric) || pool.peek("threshold").length > 0) return;
  if (ask.end > sims.start || sims.end > metric.start) return;
  pool.drop(metric);
  const { start, end } = metric;
  const noun: NounSem = { cat: "noun", view: "sim_usage_daily", conds: [], metric: metric.metric };
  pool.put({ cat: "cond", cond: { k: "related", noun }, start, end, score: 0 });
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
