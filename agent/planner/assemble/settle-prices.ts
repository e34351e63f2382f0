import type { MetricName } from "../lexicon/metrics.ts";
import type { Item } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

const PER: Readonly<Record<string, MetricName>> = { MB: "price_per_mb", GB: "price_per_gb" };

const PRICES: ReadonlySet<string> = new Set(["overage_price", "price_per_mb", "price_per_gb"]);
const ASKING = /^(?:costs?|charges?|prices?|fees?|dear|expensive)$/;

/** "What does an extra MB cost, cheapest plan first": the one price that is named, and its order. */
export function settleNamedPrice(pool: Pool, words: readonly string[]): void {
  const [named, ...others] = pool.peek("metric", ({ metric }) => PRICES.has(metric));
  if (!named || others.length > 0) return;
  if (pool.peek("metric", ({ metric }) => metric === "monthly_fee").length > 0) return;
  const isMonthly = (item: { readonly metric?: MetricName }) => item.metric === "monthly_price";
  for (const item of pool.peek("metric", isMonthly))
    if (item.end - item.start === 1 && ASKING.test(words[item.start] ?? "")) pool.drop(item);
  if (pool.peek("metric", isMonthly).length > 0) return;
  for (const cat of ["order", "superlative"] as const)
    for (const item of pool.peek(cat, isMonthly)) {
      pool.drop(item);
      pool.put({ ...item, metric: named.metric });
    }
}

/** "SIMs whose plan costs more than 3 dollars a month": each plan has one price, by the month. */
export function settlePriceBound(pool: Pool, words: readonly string[]): void {
  boundOfPlan(pool);
  const [bound] = pool.peek(
    "cond",
    ({ cond }) => cond.k === "metric" && cond.metric === "monthly_price",
  );
  const hasSims = pool.peek("noun", ({ view, weak }) => view === "sims" && !weak).length > 0;
  if (!bound || !hasSims) return;
  const isWhose = (start: number) =>
    /^(?:whose|a|the|on|with|have|has)$/.test(words[start - 1] ?? "");
  pool.take(
    "dim",
    ({ dim, start, end }) => dim === "rate_plan" && end <= bound.start && isWhose(start),
  );
  pool.take("grain", ({ grain, start }) => grain === "month" && start === bound.end);
}

/** "On a plan of more than 2 euro a month", "on plans over 2 euro". */
function boundOfPlan(pool: Pool): void {
  const [bound, ...others] = pool.peek("threshold", ({ quantity }) => quantity.unit === "money");
  if (!bound || others.length > 0 || pool.peek("metric").length > 0) return;
  const [plan] = pool.peek(
    "dim",
    ({ dim, end }) => dim === "rate_plan" && end <= bound.start && bound.start - end <= 1,
  );
  if (!plan) return;
  pool.drop(bound);
  const { op, quantity, start, end, score } = bound;
  pool.put({
    cat: "cond",
    cond: { k: "metric", metric: "monthly_price", op, quantity },
    start,
    end,
    score,
  });
}

/** "the cheapest plan per included MB": a price for so much, and not the price itself. */
export function settlePrices(pool: Pool, words: readonly string[]): void {
  const priced = pool.peek("superlative", (item) => item.metric === "monthly_price")[0];
  if (!priced) return;
  for (const per of pool.peek("by")) {
    const size = pool.items.find(
      (item) => item !== per && item.start >= per.end && item.start - per.end <= 1 && isSize(item),
    );
    const metric = size ? PER[unitOf(size, words)] : undefined;
    if (!size || !metric) continue;
    pool.drop(per);
    pool.drop(size);
    pool.drop(priced);
    const { start, end } = priced;
    pool.put({ ...priced, metric }, { cat: "metric", metric, start, end, score: 0 });
    return;
  }
}

function isSize(item: Item): boolean {
  return (
    item.cat === "unit" ||
    (item.cat === "metric" && ["included_data", "usage"].includes(item.metric))
  );
}

function unitOf(item: Item, words: readonly string[]): string {
  const said = item.cat === "unit" ? [item.unit] : words.slice(item.start, item.end);
  if (said.some((word) => /^(?:mb|meg|megabytes?)$/i.test(word))) return "MB";
  return said.some((word) => /^(?:gb|gigs?|gigabytes?)$/i.test(word)) ? "GB" : "";
}
