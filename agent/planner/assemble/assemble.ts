import { CATALOGUE } from "#query/catalogue.ts";
import { reachable } from "#query/relations.ts";
import type { Query, View } from "#query/query.ts";
import { type MetricName, metricOf } from "../lexicon/metrics.ts";
import type { Cond, Item } from "../parse/items.ts";
import { memberOf } from "../parse/rules.ts";
import type { TimeContext } from "../time/span.ts";
import { Trouble } from "./filters.ts";
import { aggregate, countRows, percentOf, shareOf } from "./measures.ts";
import { compared } from "./compare.ts";
import { halves, together } from "./double.ts";
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
  const two = asList ? null : halves(items, words);
  if (two) {
    const [a, b] = two.map((half) => assembleOne(half, words, time, false));
    const query = a && b ? together(a.query, b.query) : null;
    if (a && b && query) return { query, assumptions: [...new Set([...a.assumptions, ...b.assumptions])] };
  }
  return assembleOne(items, words, time, asList);
}

function assembleOne(items: readonly Item[], words: readonly string[], time: TimeContext, asList: boolean): Assembled {
  const pool = new Pool(items);
  settle(pool, words);
  refuseVague(pool);
  const assumptions: string[] = [];
  const subject = subjectOf(pool);
  const task: Task = { pool, subject, time, words, assumptions };
  const query = asList ? listRows(task) : choose(task);
  for (const item of pool.left().filter((left) => !isPreposition(left, words))) throw new Trouble(`I could not place “${words.slice(item.start, item.end).join(" ")}” in this question.`, `left:${item.start}:${item.end}`);
  return { query, assumptions };
}

/** "over MCP", "over which operator": a comparison without a figure is only a preposition. */
function isPreposition(item: Item, words: readonly string[]): boolean {
  return item.cat === "cmp" && item.end === item.start + 1 && ["over", "past", "above", "plus", "more"].includes(words[item.start] ?? "") && words[item.start] !== "more";
}

function choose(task: Task): Query {
  const { pool, subject } = task;
  const compare = compared(task);
  if (compare) return compare;
  const metrics = pool.peek("metric");
  if (pool.asks("percent") && subject.noun && metrics.length === 0) return percentOf(task);
  const grouped = pool.peek("group").length > 0 || pool.peek("grain", (item) => item.adjective || pool.asks("count") !== undefined).length > 0;
  if ((pool.asks("share") || pool.asks("percent")) && (metrics.length > 0 || subject.noun) && !metrics.some((item) => ["percent", "fraction"].includes(metricOf(item.metric).kind))) {
    if (grouped || subject.dims.length > 0) return shareOf(task);
    if (subject.noun && metrics.length === 0) return percentOf(task);
  }
  const counted = pool.asks("count") !== undefined || pool.asks("often") !== undefined;
  if (subject.single && !pool.has("fill") && !grouped && !counted && metrics.every((item) => isState(item.metric)) && !subject.events) return listRows(task);
  if (metrics.length > 0 && !isColumnsOnly(task)) return aggregate(task);
  if (pool.peek("cond", (item) => item.cond.k === "versus").length > 0) return aggregate(task);
  if (counted || grouped || subject.isGrouped || pool.peek("cond", (item) => item.cond.k === "count").length > 0 || (subject.ranked && metrics.length === 0)) return countRows(task);
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
  if (subject.noun?.view === "sim_quota") return true;
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
function settle(pool: Pool, words: readonly string[]): void {
  if (pool.peek("metric").length === 0 && pool.peek("cond", (item) => item.cond.k === "metric").length === 0) {
    const unit = pool.peek("unit", (item) => ["kB", "MB", "GB", "TB"].includes(item.unit))[0];
    if (unit && pool.peek("value", (item) => item.dim === "quota_type").length === 0) pool.put({ cat: "metric", metric: "usage", start: unit.start, end: unit.end, score: 0 });
  }
  settleDurations(pool);
  settleQuotas(pool);
  settleAmounts(pool, words);
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

const DURATIONS: readonly (readonly [member: string, metric: MetricName])[] = [
  ["alerts.acknowledged", "acknowledge_time"],
  ["support_tickets.resolved_at", "ticket_resolve_time"],
  ["support_tickets.status", "ticket_resolve_time"],
  ["alerts.resolved_at", "alert_resolve_time"],
  ["sms_messages.delivered_at", "delivery_time"],
  ["sms_messages.status", "delivery_time"],
];

/** "How long does it take to acknowledge …": the verb names the figure. */
function settleDurations(pool: Pool): void {
  if (!pool.asks("long") || pool.peek("metric").length > 0) return;
  const view = pool.peek("noun", (item) => !item.weak)[0]?.view;
  for (const item of [...pool.peek("value"), ...pool.peek("pred")]) {
    const members = item.cat === "pred" ? item.members : item.cond.options.flatMap((option) => memberOf(option.filter) ?? []);
    const found = DURATIONS.find(([member]) => members.some((one) => one.startsWith(member)) && (view === undefined || member.startsWith(view)));
    if (!found) continue;
    pool.drop(item);
    pool.put({ cat: "metric", metric: found[1], start: item.start, end: item.end, score: 0 });
    return;
  }
  for (const noun of pool.peek("noun")) {
    const isVerb = (cond: Cond) => cond.k === "value" && cond.options.some((option) => DURATIONS.some(([member]) => option.view === noun.view && memberOf(option.filter)?.startsWith(member)));
    const verb = noun.conds.find(isVerb);
    const name = DURATIONS.find(([member]) => member.startsWith(noun.view) && verb?.k === "value" && verb.options.some((option) => memberOf(option.filter)?.startsWith(member)))?.[1];
    if (!verb || !name) continue;
    pool.drop(noun);
    pool.put({ ...noun, conds: noun.conds.filter((cond) => cond !== verb) }, { cat: "metric", metric: name, start: noun.start, end: noun.start, score: 0 });
    return;
  }
}

/** "what is left, data and SMS": both quotas; "left … SMS": the SMS quota. */
function settleQuotas(pool: Pool): void {
  const left = pool.peek("metric", (item) => item.metric === "data_remaining")[0];
  const sms = pool.peek("noun", (item) => item.view === "sms_messages" && item.conds.length === 0)[0];
  if (!left || !sms) return;
  const data = pool.peek("metric", (item) => item.metric === "usage")[0];
  pool.drop(sms);
  pool.drop(left);
  if (!data) {
    pool.put({ ...left, metric: "sms_remaining" });
    return;
  }
  pool.drop(data);
  pool.put(...["data", "sms"].map((said): Item => ({ cat: "value", dim: "quota_type", cond: { k: "value", options: [], said }, start: left.start, end: left.end, score: 0 })));
}

/** Figures that stand apart from what they belong to. */
function settleAmounts(pool: Pool, words: readonly string[]): void {
  const grains = pool.peek("grain", (item) => item.adjective);
  for (const item of pool.peek("agg", (agg) => agg.agg === "max" || agg.agg === "min")) {
    if (grains.length > 0) continue;
    pool.drop(item);
    pool.put({ cat: "superlative", direction: item.agg === "max" ? "desc" : "asc", start: item.start, end: item.end, score: 0 });
  }
  for (const item of pool.peek("metric", (metric) => metric.agg === "max" || metric.agg === "min")) {
    if (grains.length > 0) continue;
    const { agg, ...rest } = item;
    pool.drop(item);
    pool.put(rest, { cat: "superlative", direction: agg === "max" ? "desc" : "asc", start: item.start, end: item.start, score: 0 });
  }
  const ranked = pool.peek("superlative").length > 0;
  for (const item of pool.peek("number")) {
    const next = [...pool.peek("noun"), ...pool.peek("dim")].find((other) => other.start >= item.end && other.start - item.end <= 1);
    if (!ranked || !next || !Number.isInteger(item.value) || item.value < 1 || item.value > 1000) continue;
    pool.drop(item);
    pool.put({ cat: "top", n: item.value, direction: pool.peek("superlative")[0]?.direction ?? "desc", start: item.start, end: item.end, score: 0 });
  }
  const hungriest = pool.peek("superlative", (item) => item.metric === "usage")[0];
  if (hungriest && pool.peek("metric").length === 0 && pool.peek("noun", (item) => item.view !== "sims").length === 0) pool.put({ cat: "metric", metric: "usage", start: hungriest.start, end: hungriest.start, score: 0 });
  for (const item of pool.peek("threshold", (threshold) => threshold.quantity.unit === "money")) {
    if (pool.peek("metric").length > 0) continue;
    pool.drop(item);
    pool.put({ cat: "cond", cond: { k: "metric", metric: "monthly_price", op: item.op, quantity: item.quantity }, start: item.start, end: item.end, score: 0 });
  }
  const noun = pool.peek("noun", (item) => !item.weak)[0];
  const sums = pool.peek("agg", (item) => item.agg === "sum");
  if (noun && sums.length > 0 && pool.peek("metric").length === 0 && pool.peek("cond", (item) => item.cond.k === "metric").length === 0) {
    for (const item of sums) pool.drop(item);
    pool.put({ cat: "ask", what: "count", start: sums[0]?.start ?? 0, end: sums[0]?.end ?? 0, score: 0 });
  }
  const price = pool.peek("metric", (item) => item.metric === "monthly_price")[0];
  const isFleet = noun?.view === "sims" || pool.peek("value", (item) => item.dim === "customer" || item.dim === "status" || item.dim === "country").length > 0;
  const single = pool.peek("value", (item) => item.dim === "sim").length > 0;
  if (price && isFleet && !single && pool.peek("dim", (item) => item.dim === "rate_plan").length === 0) {
    pool.drop(price);
    pool.put({ ...price, metric: "monthly_fee" });
  }
  for (const item of pool.peek("metric", (metric) => metric.verb === true)) {
    const network = pool.peek("value", (value) => ["operator", "rat", "rate_plan", "tag"].includes(value.dim ?? "") && value.start >= item.end && value.start - item.end <= 2);
    if (network.length > 0 && /^us(e|ing|es|ed)$/.test(words[item.start] ?? "") && pool.peek("unit").length === 0 && pool.peek("agg").length === 0 && !pool.asks("much")) pool.drop(item);
  }
  for (const item of pool.peek("group", (group) => group.groups.every((one) => one.k === "sim"))) {
    if (words[item.start] === "by" && /^(used|consumed|generated|caused|produced|transferred|sent|made|raised|uploaded|downloaded)$/.test(words[item.start - 1] ?? "") && pool.peek("superlative").length === 0) pool.drop(item);
  }
  const money = pool.peek("metric", (item) => metricOf(item.metric).kind === "money").length > 0 || pool.peek("cond", (item) => item.cond.k === "metric" && metricOf(item.cond.metric).kind === "money").length > 0;
  if (money) for (const grain of grains) if (grain.grain === "month") pool.drop(grain);
  const rate = pool.peek("cond", (item) => item.cond.k === "metric" && ["usage", "upload", "download"].includes(item.cond.metric))[0];
  if (rate?.cond.k === "metric" && pool.peek("metric").length === 0 && (grains.length > 0 || pool.peek("agg", (item) => item.agg === "avg").length > 0)) {
    pool.put({ cat: "metric", metric: rate.cond.metric, start: rate.start, end: rate.end, score: 0 });
    if (pool.peek("agg").length === 0) pool.put({ cat: "agg", agg: "avg", start: rate.start, end: rate.end, score: 0 });
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
