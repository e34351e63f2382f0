import type { Comparator, Member } from "#query/query.ts";
import { type MetricName, metricOf } from "../lexicon/metrics.ts";
import type { Duration, Item } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

const ELAPSED: readonly (readonly [member: Member, metric: MetricName])[] = [
  ["support_tickets.resolved_at", "ticket_resolve_time"],
  ["alerts.resolved_at", "alert_resolve_time"],
  ["alerts.acknowledged_at", "acknowledge_time"],
  ["sms_messages.delivered_at", "delivery_time"],
];
const TAKES = new Set(["took", "take", "takes", "taken", "taking", "needed", "lasted", "required"]);
const PERIOD = new Set(["the", "last", "past", "these", "this", "next"]);

/** "resolved within two days", "delivered in under 5 minutes", "took more than a day to close": how long it took. */
export function settleElapsed(pool: Pool, words: readonly string[]): void {
  for (const item of pool.peek("cond")) {
    const bound = boundOf(item, words);
    const metric = bound && metricFor(pool, bound.members);
    if (!bound || !metric) continue;
    pool.drop(item);
    put(pool, item, metric, bound.op, bound.duration);
  }
  for (const age of pool.peek("ageop")) {
    const isTaken = words.slice(Math.max(0, age.start - 3), age.start).some((w) => TAKES.has(w));
    const verb = pool.peek("pred", (pred) => metricFor(pool, pred.members) !== null)[0];
    const named = pool.peek("metric", (item) =>
      ELAPSED.some(([, name]) => name === item.metric),
    )[0];
    const metric = named?.metric ?? (isTaken && verb ? metricFor(pool, verb.members) : null);
    if (!metric) continue;
    pool.drop(age);
    if (named) pool.drop(named);
    else if (verb) pool.drop(verb);
    put(pool, age, metric, age.op, age.duration);
  }
}

function boundOf(item: Item, words: readonly string[]) {
  if (item.cat !== "cond") return null;
  const { cond } = item;
  const said = words.slice(item.start, item.end);
  if (cond.k === "age" && !said.includes("ago") && !cond.negated)
    return { members: cond.members, op: cond.op, duration: cond.duration };
  if (cond.k !== "time" || cond.negated || cond.time.k !== "rolling") return null;
  const at = said.findIndex((word) => word === "within" || word === "inside");
  if (at < 0 || PERIOD.has(said[at + 1] ?? "")) return null;
  const { amount, unit } = cond.time;
  const op: Comparator = "lte";
  return { members: cond.members, op, duration: { amount, unit } };
}

/** The rows that the question is about say whose time it is: a ticket's or an alert's. */
function metricFor(pool: Pool, members: readonly Member[]): MetricName | null {
  const views = new Set(pool.peek("noun").map((noun) => noun.view));
  const known = ELAPSED.filter(([member]) => members.includes(member));
  const own = known.find(([, metric]) => views.has(metricOf(metric).view));
  return (own ?? known[0])?.[1] ?? null;
}

const MINUTES: Record<Duration["unit"], number> = {
  minute: 1,
  hour: 60,
  day: 1440,
  week: 10_080,
  month: 43_200,
  year: 525_600,
};

function put(pool: Pool, at: Item, metric: MetricName, op: Comparator, span: Duration): void {
  const own = metricOf(metric).kind === "hour" ? 60 : 1;
  const value = (span.amount * MINUTES[span.unit]) / own;
  const said = `${span.amount} ${span.unit}${span.amount === 1 ? "" : "s"}`;
  const { start, end } = at;
  const cond = { k: "metric", metric, op, quantity: { value, unit: "plain", said } } as const;
  pool.put({ cat: "cond", cond, start, end, score: 0 });
}
