import type { MetricName } from "../lexicon/metrics.ts";
import type { Item, ItemOf } from "../parse/items.ts";
import type { TimeSpan } from "../time/span.ts";
import type { Pool } from "./pool.ts";
import { Trouble } from "./trouble.ts";

/** "A probability of more than 80 % to run out of data", "how likely are they to churn": of what happens. */
export function settleChances(pool: Pool): void {
  const [chance] = pool.peek("word", (item) => item.word === "chance");
  if (!chance) return;
  const metric = chanceOf(pool);
  if (!metric) return;
  for (const word of pool.peek("word", (item) => item.word === "chance")) pool.drop(word);
  const [bound] = pool.peek("threshold", isShare);
  if (!bound) {
    if (pool.peek("metric", (item) => item.metric === metric).length === 0)
      pool.put({ cat: "metric", metric, start: chance.start, end: chance.end, score: 0 });
    return;
  }
  for (const item of pool.peek("metric", (known) => known.metric === metric)) pool.drop(item);
  pool.drop(bound);
  pool.put(...bounds(bound, metric));
}

/** What the chance is of; takes the verb, and the thirty days that the figure is about. */
function chanceOf(pool: Pool): MetricName | null {
  const leaving = pool.peek("pred", (item) => item.members.includes("churn_risk.predicted_date"));
  for (const item of leaving) pool.drop(item);
  const churn = pool.peek("metric", (item) => item.metric === "churn")[0];
  if (churn || leaving.length > 0) return "churn";
  const known = pool.peek("metric", (item) => item.metric === "exhaustion_probability")[0];
  const verb = pool.peek("pred", (item) => item.members.some(isExhaustion))[0];
  const dated = pool.peek(
    "cond",
    ({ cond }) => cond.k === "time" && cond.members.some(isExhaustion),
  )[0];
  if (dated?.cond.k === "time") refuseOtherWindow(dated.cond.time);
  for (const item of [verb, dated]) if (item) pool.drop(item);
  if (!known && !verb && !dated) return null;
  for (const item of pool.peek("time")) {
    refuseOtherWindow(item.time);
    pool.drop(item);
  }
  return "exhaustion_probability";
}

function isExhaustion(member: string): boolean {
  return member === "outlook_data.exhaustion_date";
}

/** The outlook knows one chance: of the next thirty days. */
function refuseOtherWindow(span: TimeSpan): void {
  const isThirty =
    span.k === "rolling" &&
    ((span.unit === "day" && span.amount === 30) || (span.unit === "month" && span.amount === 1));
  if (!isThirty)
    throw new Trouble("The chance of running out is known for the next 30 days only.", "time");
}

function isShare({ quantity }: ItemOf<"threshold">): boolean {
  return quantity.unit === "percent" || (quantity.unit === "plain" && quantity.value <= 1);
}

function bounds(bound: ItemOf<"threshold">, metric: MetricName): Item[] {
  const { start, end, op, quantity, upTo } = bound;
  const one = (of: typeof op, size: typeof quantity): Item => ({
    cat: "cond",
    cond: { k: "metric", metric, op: of, quantity: size },
    start,
    end,
    score: 0,
  });
  return [one(op, quantity), ...(upTo ? [one("lte", upTo)] : [])];
}
