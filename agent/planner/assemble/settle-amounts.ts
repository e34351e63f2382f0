import { type MetricName, metricOf } from "../lexicon/metrics.ts";
import { usageLike } from "../parse/parts.ts";
import type { Pool } from "./pool.ts";
import { settleHighest } from "./settle-highest.ts";

/** The longest time to acknowledge is a figure itself; the highest usage is somebody's. */
function isDurationOfEvents(name: MetricName): boolean {
  const { kind, view } = metricOf(name);
  return ["minute", "hour"].includes(kind) && view !== "sims";
}

/** Figures that stand apart from what they belong to. */
export function settleAmounts(pool: Pool, words: readonly string[]): void {
  settleHighest(pool, words);
  const grains = pool.peek("grain", (item) => item.adjective);
  const aggs = [...pool.peek("agg"), ...pool.peek("metric", (metric) => metric.agg !== undefined)];
  const severalFigures = new Set(aggs.map((item) => item.agg)).size > 1;
  const timed = pool.peek("metric", ({ metric }) => isDurationOfEvents(metric)).length > 0;
  for (const item of pool.peek("agg", (agg) => agg.agg === "max" || agg.agg === "min")) {
    if (grains.length > 0 || severalFigures || timed) continue;
    pool.drop(item);
    pool.put({
      cat: "superlative",
      direction: item.agg === "max" ? "desc" : "asc",
      start: item.start,
      end: item.end,
      score: 0,
    });
  }
  for (const item of pool.peek(
    "metric",
    (metric) => metric.agg === "max" || metric.agg === "min",
  )) {
    if (grains.length > 0 || severalFigures || timed) continue;
    const { agg, ...rest } = item;
    pool.drop(item);
    pool.put(rest, {
      cat: "superlative",
      direction: agg === "max" ? "desc" : "asc",
      start: item.start,
      end: item.start,
      score: 0,
    });
  }
  const ranked = pool.peek("superlative").length > 0;
  for (const item of pool.peek("number")) {
    const next = [...pool.peek("noun"), ...pool.peek("dim")].find(
      (other) => other.start >= item.end && other.start - item.end <= 1,
    );
    if (!ranked || !next || !Number.isInteger(item.value) || item.value < 1 || item.value > 1000)
      continue;
    pool.drop(item);
    pool.put({
      cat: "top",
      n: item.value,
      direction: pool.peek("superlative")[0]?.direction ?? "desc",
      start: item.start,
      end: item.end,
      score: 0,
    });
  }
  const hungriest = pool.peek("superlative", (item) => item.metric === "usage")[0];
  if (
    hungriest &&
    pool.peek("metric").length === 0 &&
    pool.peek("noun", (item) => item.view !== "sims").length === 0
  )
    pool.put({
      cat: "metric",
      metric: "usage",
      start: hungriest.start,
      end: hungriest.start,
      score: 0,
    });
  for (const item of pool.peek("threshold", (threshold) => threshold.quantity.unit === "money")) {
    if (pool.peek("metric").length > 0) continue;
    pool.drop(item);
    pool.put({
      cat: "cond",
      cond: { k: "metric", metric: "monthly_price", op: item.op, quantity: item.quantity },
      start: item.start,
      end: item.end,
      score: 0,
    });
  }
  const noun = pool.peek("noun", (item) => !item.weak)[0];
  const sums = pool.peek("agg", (item) => item.agg === "sum");
  if (
    noun &&
    sums.length > 0 &&
    pool.peek("metric").length === 0 &&
    pool.peek("cond", (item) => item.cond.k === "metric").length === 0
  ) {
    for (const item of sums) pool.drop(item);
    pool.put({
      cat: "ask",
      what: "count",
      start: sums[0]?.start ?? 0,
      end: sums[0]?.end ?? 0,
      score: 0,
    });
  }
  const price = pool.peek("metric", (item) => item.metric === "monthly_price")[0];
  const isFleet =
    noun?.view === "sims" ||
    pool.peek("group", ({ groups }) =>
      groups.some((one) => one.k === "sim" || (one.k === "dim" && one.dim !== "rate_plan")),
    ).length > 0 ||
    pool.peek(
      "value",
      (item) => item.dim === "customer" || item.dim === "status" || item.dim === "country",
    ).length > 0;
  const single = pool.peek("value", (item) => item.dim === "sim").length > 0;
  if (
    price &&
    isFleet &&
    !single &&
    pool.peek("dim", (item) => item.dim === "rate_plan").length === 0
  ) {
    const isOfEachPlan =
      pool.peek("group", ({ groups }) =>
        groups.some((one) => one.k === "dim" && one.dim === "rate_plan"),
      ).length > 0 && /\bprices?\b/.test(words.slice(price.start, price.end).join(" ")); // "SIMs per plan and its price"
    pool.drop(price);
    pool.put({ ...price, metric: "monthly_fee", ...(isOfEachPlan ? { agg: "max" } : {}) });
  }
  dropUseOf(pool, words);
  for (const item of pool.peek("metric", (metric) => metric.verb === true)) {
    const network = pool.peek(
      "value",
      (value) =>
        ["operator", "rat", "rate_plan", "tag"].includes(value.dim ?? "") &&
        value.start >= item.end &&
        value.start - item.end <= 2,
    );
    if (
      network.length > 0 &&
      /^us(e|ing|es|ed)$/.test(words[item.start] ?? "") &&
      pool.peek("unit").length === 0 &&
      pool.peek("agg").length === 0 &&
      !pool.asks("much")
    )
      pool.drop(item);
  }
  for (const item of pool.peek("group", (group) => group.groups.every((one) => one.k === "sim"))) {
    if (
      words[item.start] === "by" &&
      /^(used|consumed|generated|caused|produced|transferred|sent|made|raised|uploaded|downloaded)$/.test(
        words[item.start - 1] ?? "",
      ) &&
      pool.peek("superlative").length === 0
    )
      pool.drop(item);
  }
  const money =
    pool.peek("metric", (item) => metricOf(item.metric).kind === "money").length > 0 ||
    pool.peek(
      "cond",
      (item) => item.cond.k === "metric" && metricOf(item.cond.metric).kind === "money",
    ).length > 0;
  if (money) for (const grain of grains) if (grain.grain === "month") pool.drop(grain);
  const rate = pool.peek(
    "cond",
    (item) => item.cond.k === "metric" && usageLike(item.cond.metric),
  )[0];
  if (
    rate?.cond.k === "metric" &&
    pool.peek("metric").length === 0 &&
    (grains.length > 0 || pool.peek("agg", (item) => item.agg === "avg").length > 0)
  ) {
    pool.put({
      cat: "metric",
      metric: rate.cond.metric,
      start: rate.start,
      end: rate.end,
      score: 0,
    });
    if (pool.peek("agg").length === 0)
      pool.put({ cat: "agg", agg: "avg", start: rate.start, end: rate.end, score: 0 });
  }
}

const USED_THINGS = new Set(["operator", "rat", "rate_plan"]);

/** "Which networks do the meters use": a use that moves no data. */
function dropUseOf(pool: Pool, words: readonly string[]): void {
  const [use, ...others] = pool.peek("metric");
  const thing = pool.peek("dim", (item) => USED_THINGS.has(item.dim))[0];
  if (!use?.verb || others.length > 0 || !thing || thing.start > use.start) return;
  const isPlainUse = /^us(e|ing|es|ed)$/.test(words.slice(use.start, use.end).join(" "));
  const isMeasured =
    pool.asks("much") ||
    (["superlative", "top", "order", "threshold", "agg", "unit", "time"] as const).some(
      (cat) => pool.peek(cat).length > 0,
    );
  if (isPlainUse && !isMeasured) pool.drop(use);
}
