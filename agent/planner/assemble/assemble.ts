import { CATALOGUE } from "#query/catalogue.ts";
import { reachable } from "#query/relations.ts";
import type { Query, View } from "#query/query.ts";
import { metricOf } from "../lexicon/metrics.ts";
import type { Item } from "../parse/items.ts";
import type { TimeContext } from "../time/span.ts";
import { Trouble } from "./filters.ts";
import { aggregate, countRows, percentOf, shareOf } from "./measures.ts";
import { compared } from "./compare.ts";
import { listRows } from "./list.ts";
import { Pool } from "./pool.ts";
import { type Subject, subjectOf } from "./subject.ts";

export interface Assembled {
  readonly query: Query;
  readonly assumptions: string[];
}

export interface Task {
  readonly pool: Pool;
  readonly subject: Subject;
  readonly time: TimeContext;
  readonly words: readonly string[];
  readonly assumptions: string[];
}

/**
 * The query that a question's items mean together.
 *
 * @throws Trouble where an item finds no place, or a needed one is missing.
 */
export function assemble(items: readonly Item[], words: readonly string[], time: TimeContext, { asList = false } = {}): Assembled {
  const pool = new Pool(items);
  settle(pool);
  refuseVague(pool);
  const assumptions: string[] = [];
  const subject = subjectOf(pool);
  const task: Task = { pool, subject, time, words, assumptions };
  const query = asList ? listRows(task) : choose(task);
  for (const item of pool.left()) throw new Trouble(`I could not place “${words.slice(item.start, item.end).join(" ")}” in this question.`, `left:${item.start}:${item.end}`);
  return { query, assumptions };
}

function choose(task: Task): Query {
  const { pool, subject } = task;
  const compare = compared(task);
  if (compare) return compare;
  if (pool.asks("percent") && subject.noun) return percentOf(task);
  const metrics = pool.peek("metric");
  const grouped = pool.peek("group").length > 0 || pool.peek("grain").length > 0;
  if (pool.asks("share") && (metrics.length > 0 || subject.noun) && !metrics.some((item) => ["percent", "fraction"].includes(metricOf(item.metric).kind))) {
    if (grouped || subject.dims.length > 0) return shareOf(task);
    if (subject.noun && metrics.length === 0) return percentOf(task);
  }
  const counted = pool.asks("count") !== undefined || pool.asks("often") !== undefined;
  if (subject.single && !pool.has("fill") && !grouped && !counted && metrics.every((item) => isState(item.metric)) && !subject.events) return listRows(task);
  if (metrics.length > 0 && !isColumnsOnly(task)) return aggregate(task);
  if (pool.peek("cond", (item) => item.cond.k === "versus").length > 0) return aggregate(task);
  if (counted || grouped || subject.isGrouped || pool.peek("cond", (item) => item.cond.k === "count").length > 0 || subject.ranked) return countRows(task);
  return listRows(task);
}

/** A figure that each SIM has one of. */
function isState(name: Parameters<typeof metricOf>[0]): boolean {
  const { view } = metricOf(name);
  return view === "sims" || reachable("sims").has(view);
}

/** In a list of rows, figures of those rows are columns: "EV chargers with an upgrade, with current volume". */
function isColumnsOnly({ pool, subject }: Task): boolean {
  if (pool.peek("agg").length > 0 || pool.peek("group").length > 0 || pool.peek("grain").length > 0) return false;
  if (pool.asks("much") || pool.asks("count") || pool.asks("long")) return false;
  const root: View | null = subject.events?.view ?? subject.noun?.view ?? (subject.plans ? "rate_plans" : null);
  if (!root) return false;
  const metrics = pool.peek("metric");
  if (pool.peek("cond", (item) => item.cond.k === "versus").length > 0) return false;
  const first = metrics[0];
  if (first && !subject.dims.length && first.start < subject.start && !pool.asks("list") && !pool.peek("top").length && !pool.peek("superlative").length) return false;
  return metrics.every(({ metric }) => {
    const { member, view, measure } = metricOf(metric);
    const prefix = member.split(".")[0] ?? "";
    return measure === undefined && view !== "sim_usage_daily" && view !== "forecasts" && [...reachable(root).keys()].some((joined) => joined === prefix);
  });
}

/** Readings that only the whole question settles. */
function settle(pool: Pool): void {
  if (pool.peek("metric").length === 0 && pool.peek("cond", (item) => item.cond.k === "metric").length === 0) {
    const unit = pool.peek("unit", (item) => ["kB", "MB", "GB", "TB"].includes(item.unit))[0];
    if (unit && pool.peek("value", (item) => item.dim === "quota_type").length === 0) pool.put({ cat: "metric", metric: "usage", start: unit.start, end: unit.end, score: 0 });
  }
  const metrics = pool.peek("metric");
  if (metrics.length > 1) {
    const usage = metrics.filter((item) => item.metric === "usage");
    const others = metrics.filter((item) => item.metric !== "usage");
    const swallowed = others.length > 0 && (others.some((item) => ["upload", "download"].includes(item.metric) || isState(item.metric)) || usage.length === 0);
    for (const item of usage.slice(swallowed ? 0 : 1)) {
      const agg = item.agg;
      const [first] = swallowed ? others : usage;
      pool.drop(item);
      if (agg && first && !first.agg) pool.put({ cat: "agg", agg, start: item.start, end: item.start, score: 0 });
    }
  }
  const seen = new Set<string>();
  for (const item of pool.peek("metric")) {
    if (seen.has(item.metric)) pool.drop(item);
    seen.add(item.metric);
  }
  if (pool.peek("compare").length === 0 && pool.peek("time").length < 2 && pool.peek("metric").length === 0) {
    for (const item of pool.peek("change")) {
      pool.drop(item);
      if (pool.peek("noun").length === 0) pool.put({ cat: "noun", view: "audit_logs", conds: [], start: item.start, end: item.end, score: 0 });
    }
  }
}

function refuseVague(pool: Pool): void {
  for (const item of pool.peek("vague")) {
    const explained = pool.items.some((other) => other.start > item.end && (other.cat === "cond" || (other.cat === "metric" && (pool.peek("top").length > 0 || pool.peek("superlative").length > 0))));
    const isCheck = item.topic === "bad" && pool.peek("metric").length > 0 && pool.peek("group").length > 0;
    if (!explained && !isCheck) throw new Trouble("", `vague:${item.topic}`);
    pool.drop(item);
  }
}

export function nounName(view: View, count = 2): string {
  return CATALOGUE[view].noun[count === 1 ? 0 : 1];
}
