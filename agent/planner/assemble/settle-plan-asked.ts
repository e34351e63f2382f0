import type { Pool } from "./pool.ts";

const ASKED =
  /^(?:so |and |hi |hello |, )*(?:(?:what|whats)\b.*\b(?:get|gets|include|includes|included|in|part of|come|comes|offer|offers|contain|contains)\b|(?:tell|describe|explain|details?|specs?|conditions|terms)\b)/;

/** "What do I get with Plus 500", "what is included in Basic 50": the plan itself, and not the SIMs on it. */
export function settlePlanAsked(pool: Pool, words: readonly string[]): void {
  const [plan, ...others] = pool.peek("value", ({ cond }) => !cond.negated);
  const isPlan = plan?.dim === "rate_plan" && others.length === 0;
  const isOther = ["noun", "cond", "pred", "group", "time", "grain", "superlative", "agg"] as const;
  if (!isPlan || isOther.some((cat) => pool.peek(cat).length > 0) || pool.asks("count")) return;
  const metrics = pool.peek("metric");
  if (metrics.some(({ metric }) => metric !== "included_data")) return;
  if (!ASKED.test(words.join(" "))) return;
  for (const metric of metrics) pool.drop(metric);
  pool.take("cmp", ({ op }) => op === "eq"); // "what exactly"
  const { start, end } = plan;
  pool.take("dim", ({ dim }) => dim === "rate_plan");
  pool.put({ cat: "noun", view: "rate_plans", conds: [], plural: false, start, end, score: 0 });
}
