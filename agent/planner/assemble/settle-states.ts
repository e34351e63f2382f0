import { DIMS } from "../lexicon/dims.ts";
import { type MetricName, metricOf } from "../lexicon/metrics.ts";
import type { Cond } from "../parse/items.ts";
import type { Pool } from "./pool.ts";
import { settleChances } from "./settle-chances.ts";
import { Trouble } from "./trouble.ts";

/** States, advice and prices whose reading hangs on what else the question says. */
export function settleStates(pool: Pool, words: readonly string[]): void {
  neverSeenToo(pool, words);
  seenOnce(pool);
  statesByMonth(pool);
  confidenceOfAdvice(pool);
  costOfAdvice(pool);
  settleChances(pool);
  eachOfSeveral(pool);
  whatIfGone(pool, words);
  includedOfSims(pool);
  factorsOfChurn(pool);
  refuseKindAsFactor(pool);
  rankedByCount(pool);
}

/** "Top 3 countries by active SIMs": by how many of them there are, not one row for each. */
function rankedByCount(pool: Pool): void {
  const isRanked = pool.peek("top").length > 0 || pool.peek("superlative").length > 0;
  if (!isRanked || pool.peek("metric").length > 0) return;
  for (const item of pool.peek("group", ({ groups }) => groups.every(({ k }) => k === "sim"))) {
    if (pool.peek("dim", (dim) => dim.end <= item.start).length > 0) pool.drop(item);
  }
}

/** "The total included volume of all active SIMs": added up over the SIMs, not over the plans. */
function includedOfSims(pool: Pool): void {
  const ofSims =
    pool.peek("noun", (noun) => noun.view === "sims").length > 0 ||
    pool.peek("value", ({ dim }) => dim === "customer" || dim === "status" || dim === "tag")
      .length > 0;
  const isSum =
    pool.peek("agg", (item) => item.agg === "sum").length > 0 ||
    pool.peek("metric", (item) => item.agg === "sum").length > 0;
  if (!ofSims || !isSum) return;
  for (const item of pool.peek("metric", ({ metric }) => metric === "included_data")) {
    pool.drop(item);
    pool.put({ ...item, metric: "included_total" });
  }
}

/** "With silence among the churn factors": what a factor is called, and no anomaly of that kind. */
function refuseKindAsFactor(pool: Pool): void {
  const [factor] = pool.peek("dim", ({ dim }) => dim === "factor");
  const [kind] = pool.peek(
    "cond",
    ({ cond }) =>
      cond.k === "related" && cond.noun.view === "anomalies" && cond.noun.conds.length > 0,
  );
  if (factor && kind)
    throw new Trouble(
      "Which churn factor is that: not heard of for a while, falling usage, not in use, network rejects?",
      "value",
    );
}

/** The reasons of a churn risk are its factors; those of a reject are its causes. */
function factorsOfChurn(pool: Pool): void {
  const isChurn =
    pool.peek("metric", (item) => item.metric === "churn").length > 0 ||
    pool.peek("value", (item) => item.dim === "risk_level").length > 0;
  const isEvent = pool.peek("noun", (noun) => noun.view === "connection_events").length > 0;
  if (isChurn === isEvent) return;
  if (pool.peek("value", ({ dim }) => dim === "factor").length > 0)
    pool.take("dim", ({ dim }) => dim === "factor" || dim === "cause"); // "name falling usage as a reason"
  const [from, to] = isChurn ? ["cause", "factor"] : ["factor", "cause"];
  for (const item of pool.peek("dim", ({ dim }) => dim === from)) {
    pool.drop(item);
    pool.put({ ...item, dim: to });
  }
}

/** "What would we lose if they were cancelled": supposed of the rows, it does not choose them. */
function whatIfGone(pool: Pool, words: readonly string[]): void {
  if (!words.some((word) => word === "if" || word === "would")) return;
  pool.take("word", (item) => item.word === "gone");
}

/** "What would each of the two save": values named side by side are rows of their own. */
function eachOfSeveral(pool: Pool): void {
  if (!pool.has("each") || pool.peek("group").length > 0) return;
  const several = pool.peek(
    "value",
    ({ dim, cond }) =>
      dim !== undefined && dim in DIMS && cond.options.some(({ filter }) => "or" in filter),
  )[0];
  if (!several?.dim) return;
  pool.put({
    cat: "group",
    groups: [{ k: "dim", dim: several.dim }],
    start: several.start,
    end: several.end,
    score: 0,
  });
}

/** "Deactivated SIMs per month": in the months in which they were. */
function statesByMonth(pool: Pool): void {
  const isSplit =
    pool.peek("grain", ({ adjective }) => adjective).length > 0 ||
    pool.peek("group", ({ groups }) => groups.some(({ k }) => k === "grain")).length > 0;
  const isDated = pool.peek("pred").length > 0 || pool.peek("metric").length > 0;
  if (!isSplit || isDated || pool.peek("cond").length > 0) return;
  const [noun] = pool.peek("noun", ({ view, conds }) => view === "sims" && conds.some(isClosed));
  if (!noun) return;
  const { start, end, score } = noun;
  pool.put({ cat: "pred", members: ["sims.deactivated_at"], start, end, score });
}

function isClosed(cond: Cond): boolean {
  return cond.k === "value" && !cond.negated && cond.said === "deactivated";
}

/** "Seen on the network today": the verb of a condition that dates it already. */
function seenOnce(pool: Pool): void {
  const dated = pool
    .peek("cond")
    .flatMap(({ cond }) => (cond.k === "time" || cond.k === "age" ? cond.members.slice(0, 1) : []));
  pool.take("pred", ({ members }) => dated.includes(members[0] ?? "") && members.length === 1);
}

const ADDING = new Set(["too", "also", "included", "including", "include", "incl", "or", "plus"]);

/** "Not seen for 3 days, never-seen ones too": what was never seen is added, it does not narrow. */
function neverSeenToo(pool: Pool, words: readonly string[]): void {
  const gone = pool.peek(
    "cond",
    ({ cond }) =>
      (cond.k === "age" || cond.k === "time") && cond.members[0] === "sims.last_seen_at",
  )[0];
  const never = pool.peek("value", (item) => item.dim === "seen")[0];
  const isAdded = words.some((word) => ADDING.has(word)) || /\bas well\b/.test(words.join(" "));
  if (!gone || !never || !isAdded) return;
  pool.drop(never);
  pool.drop(gone);
  pool.put({ ...gone, cond: { ...gone.cond, negated: true } });
}

/** Tickets and recommendations both have a confidence. */
function confidenceOfAdvice(pool: Pool): void {
  const isAdvice =
    pool.peek("noun", (noun) => noun.view === "quota_recommendations").length > 0 ||
    pool.peek("value", ({ dim }) => dim === "recommendation").length > 0 ||
    pool.peek("metric", ({ metric }) => metric === "saving").length > 0;
  if (!isAdvice) return;
  for (const item of pool.peek("metric", (metric) => metric.metric === "confidence")) {
    pool.drop(item);
    pool.put({ ...item, metric: "advice_confidence" });
  }
  for (const item of pool.peek("cond")) {
    if (item.cond.k !== "metric" || item.cond.metric !== "confidence") continue;
    pool.drop(item);
    pool.put({ ...item, cond: { ...item.cond, metric: "advice_confidence" } });
  }
}

const MONEY: readonly MetricName[] = ["monthly_price", "monthly_fee", "saving"];

/** What recommendations would cost is their saving below zero, and their money is never a plan's price. */
function costOfAdvice(pool: Pool): void {
  if (pool.peek("noun", (noun) => noun.view === "quota_recommendations").length === 0) return;
  if (pool.peek("value", (item) => item.dim === "sim").length > 0) return;
  for (const item of pool.peek("metric", ({ metric }) => MONEY.includes(metric))) {
    pool.drop(item);
    if (pool.peek("metric", ({ metric }) => metric === "saving").length === 0)
      pool.put({ ...item, metric: "saving" });
  }
  for (const item of pool.peek("cond")) {
    if (item.cond.k !== "metric" || metricOf(item.cond.metric).kind !== "money") continue;
    pool.drop(item);
    pool.put({ ...item, cond: { ...item.cond, metric: "saving" } });
  }
}
