import type { Pool } from "./pool.ts";

const ASKED =
  /^(?:so |and |hi |hello |, )*(?:(?:what|whats)\b.*\b(?:get|gets|include|includes|included|in|part of|come|comes|offer|offers|contain|contains)\b|(?:tell|describe|explain|details?|specs?|conditions|terms)\b)/;
const COMPARED = /\b(?:compare[ds]?|comparing|comparison|vs|versus)\b/;
const NAMED = /\b(?:plans?|tariffs?|subscriptions?)\b/;

/** "What do I get with Plus 500", "compare Basic 50 and Plus 500": the plans themselves, and not the SIMs on them. */
export function settlePlanAsked(pool: Pool, words: readonly string[]): void {
  const plans = pool.peek("value", ({ cond }) => !cond.negated);
  const [plan] = plans;
  const isOther = ["noun", "cond", "pred", "time", "grain", "superlative", "agg"] as const;
  if (!plan || plans.some(({ dim }) => dim !== "rate_plan")) return;
  if (isOther.some((cat) => pool.peek(cat).length > 0) || pool.asks("count")) return;
  const metrics = pool.peek("metric");
  const { start, end } = plan;
  if (pool.asks("much") && metrics.length === 0) {
    pool.take("group", ({ groups }) =>
      groups.every((one) => one.k === "grain" && one.grain === "month"),
    );
    pool.put({ cat: "metric", metric: "monthly_price", start, end, score: 0 });
    return;
  }
  if (metrics.some(({ metric }) => metric !== "included_data")) return;
  const said = words.join(" ");
  const isCompared = COMPARED.test(said);
  const isShown = NAMED.test(words.slice(start, end).join(" ")) && pool.asks("list");
  const isSplit = pool.peek("group").length > 0;
  if (isSplit ? !isCompared : !(ASKED.test(said) || isShown || isCompared)) return;
  pool.take("group");
  for (const metric of metrics) pool.drop(metric);
  pool.take("cmp", ({ op }) => op === "eq"); // "what exactly"
  pool.take("dim", ({ dim }) => dim === "rate_plan");
  pool.put({ cat: "noun", view: "rate_plans", conds: [], plural: false, start, end, score: 0 });
}
