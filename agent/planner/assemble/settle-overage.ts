import type { MetricName } from "../lexicon/metrics.ts";
import type { Item, ItemOf } from "../parse/items.ts";
import type { Pool } from "./pool.ts";
import { Trouble } from "./trouble.ts";

/** How the sum is told: "traffic above what the plan includes, times the price per extra MB". */
const TERMS = new Set<MetricName>([
  "included_data",
  "overage_cost",
  "included_total",
  "monthly_fee",
  "monthly_price",
  "overage_price",
  "usage",
]);

const TOLD = /\b(?:above|over|beyond|exceed\w*|excess|times|multiplied)\b/;

const OVERAGE = new Set<MetricName>(["overage_price", "overage_cost"]);

/** A price has no date and nobody causes it: overage of a time, or of somebody, is the money that was due for it. */
export function settleOverage(pool: Pool, words: readonly string[]): void {
  const [price] = pool.peek("metric", (item) => OVERAGE.has(item.metric));
  if (!price || !(pool.peek("time", isPast).length > 0 || isDue(pool, price, words))) return;
  const [unit] = pool.peek("unit", ({ start }) => words[start - 1] === "in");
  if (unit && !/^(?:price|cost|bill|fee|charge)/.test(words[price.end - 1] ?? ""))
    throw new Trouble(
      "What overage costs is money. How much each SIM used above its plan's volume?",
      "unit",
    );
  const isTold = TOLD.test(words.join(" "));
  pool.take("metric", (item) => (isTold ? TERMS : OVERAGE).has(item.metric));
  pool.take(
    "metric",
    ({ metric, start }) => metric === "monthly_price" && /^costs?$/.test(words[start] ?? ""),
  ); // "what would overage cost"
  pool.take("cond", ({ cond }) => cond.k === "versus" && TERMS.has(cond.a) && TERMS.has(cond.b));
  pool.take("cmp");
  if (isTold) pool.take("dim", (item) => item.dim === "rate_plan" && !item.plural);
  pool.take("pred", (item) => words[item.start] === "added"); // "all added up"
  pool.take("unit");
  pool.take("agg", (item) => item.agg === "sum");
  pool.take("ask", (item) => item.what === "count" || item.what === "much");
  if (isOfEachOnly(pool, words)) pool.take("group", isSims);
  const { start, end } = price;
  pool.put({ cat: "metric", metric: "overage_cost", start, end, score: 0 });
  if (hadSome(pool, price))
    pool.put({ cat: "threshold", op: "gt", quantity: NOTHING, start, end, score: 0 });
}

const NOTHING = { value: 0, unit: "money", said: "0" } as const;

/** "Which SIMs caused overage last month": only those that did. */
function hadSome(pool: Pool, price: ItemOf<"metric">): boolean {
  const isHad = ({ word, end }: ItemOf<"word">) =>
    (word === "have" || word === "with") && price.start - end >= 0 && price.start - end <= 1;
  const isRanked = pool.peek("superlative").length + pool.peek("top").length > 0;
  const isOfRows =
    pool.peek("noun", ({ view, weak }) => view === "sims" && !weak).length > 0 ||
    pool.peek("dim", ({ end }) => end <= price.start).length > 0;
  return isOfRows && !isRanked && pool.peek("word", isHad).length > 0;
}

const RATE = /\b(?:price|rate|per|mb|meg|megabytes?|extra|additional|further|excess|surplus)\b/;
const CAUSED =
  /\b(?:generat\w+|caus\w+|produc\w+|incur\w*|accru\w+|rack\w*|r[au]n up|owes?|owed|pays?|paid|contribut\w+|br(?:ing|ings|ought) in|did|most|least)\b/;

/** "Which plan generates the most overage", "customers by overage": what came of it, and not what a plan asks for it. */
function isDue(pool: Pool, price: ItemOf<"metric">, words: readonly string[]): boolean {
  if (RATE.test(words.slice(price.start, price.end).join(" "))) return false;
  const isOfOthers =
    pool.peek("dim", ({ dim }) => dim !== "rate_plan").length > 0 ||
    pool.peek("noun", ({ view, weak }) => view === "sims" && !weak).length > 0 ||
    pool.peek("group", ({ groups }) =>
      groups.some((group) => group.k === "dim" && group.dim !== "rate_plan"),
    ).length > 0;
  return isOfOthers || CAUSED.test(words.join(" "));
}

function isPast({ time }: ItemOf<"time">): boolean {
  return time.k === "days" || time.k === "rolling" || time.k === "instants";
}

/** "Counting card by card, per customer": how it is added up, not how it is split. */
function isOfEachOnly(pool: Pool, words: readonly string[]): boolean {
  const others = pool.peek("group", (item) => !isSims(item));
  return (
    others.length > 0 ||
    /\b(?:added up|summed|in total|altogether|all such|overall|total)\b/.test(words.join(" "))
  );
}

function isSims(item: Item): boolean {
  return item.cat === "group" && item.groups.every((group) => group.k === "sim");
}
