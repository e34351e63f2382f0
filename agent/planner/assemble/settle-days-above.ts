import type { Item, ItemOf } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

/**
 * "Days on which the collars used more than 1.8 GB", "on how many days did X use over 5 MB": the bound is on
 * each day of them together, and days are what is asked for.
 */
export function settleDaysAbove(pool: Pool, words: readonly string[]): void {
  const days = [
    ...pool.peek("unit", ({ unit }) => unit === "day"),
    ...pool.peek("grain", ({ grain, adjective }) => grain === "day" && !adjective),
  ].find((item) => isAskedFor(item, pool, words));
  const [cond, ...others] = pool.peek("cond");
  if (!days || others.length > 0 || pool.peek("group").length > 0) return;
  if (/\beach\b/.test(words.join(" "))) return;
  const bound = cond ?? pool.peek("threshold")[0];
  const said = bound?.cat === "cond" ? metricBound(bound) : bound;
  if (!bound || said?.quantity.unit !== "bytes") return;
  const [metric, ...more] = pool.peek("metric");
  if (more.length > 0 || (metric && cond)) return;
  pool.drop(days);
  pool.drop(bound);
  pool.take("ask", ({ what }) => what === "much"); // "…, and how much it was"
  const { start, end } = bound;
  const at = { start: days.start, end: days.end, score: 0 };
  pool.put(
    { cat: "grain", grain: "day", adjective: true, ...at },
    { cat: "threshold", op: said.op, quantity: said.quantity, start, end, score: 0 },
  );
  const name = bound.cat === "cond" && bound.cond.k === "metric" ? bound.cond.metric : "usage";
  if (!metric) pool.put({ cat: "metric", metric: name, verb: true, start, end: start, score: 0 });
}

function metricBound({ cond }: ItemOf<"cond">) {
  return cond.k === "metric" && !cond.negated && !cond.singleDay ? cond : undefined;
}

function isAskedFor({ start, end }: Item, pool: Pool, words: readonly string[]): boolean {
  const isAsked = pool.peek("ask").some((ask) => ask.end === start);
  const isFirst = !pool.items.some(
    (item) => item.end <= start && !["filler", "word", "ask"].includes(item.cat),
  );
  const goesOn = /\b(?:on which|when|where|that|with|in which)\b/.test(words.slice(end).join(" "));
  return /^days?$/.test(words[start] ?? "") && (isAsked || (isFirst && goesOn));
}
