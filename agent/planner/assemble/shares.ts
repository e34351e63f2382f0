import type { Filter, Measure, Member, Query, View } from "#query/query.ts";
import type { Cond, Item, ItemOf } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import {
  and,
  COUNT,
  dimGroups,
  filtersOf,
  groupMembers,
  takeGrains,
  takeGroups,
  takeOrder,
} from "./common.ts";
import { countRows } from "./counts.ts";
import type { Filters } from "./filters.ts";
import { aggregate } from "./measures.ts";
import { defaultTime } from "./placing.ts";
import { Trouble } from "./trouble.ts";
import { takeTimes, takeWhere } from "./where.ts";

/** "What percentage of SIMs is active": those that the predicate holds for, of all that the noun names. */
export function percentOf(whole: Task): Query {
  const task = withStatesSaid(whole);
  const { pool, subject } = task;
  const from = subject.noun?.view ?? "sims";
  const filters = filtersOf(task, from);
  const verb = verbOf(task);
  const isPredicate = (item: { start: number }) => item.start >= verb || item.start < subject.start;
  const later = pool.peek("value", (item) => item.start >= verb);
  const predicate: Filter[] = [];
  for (const done of pool.take("pred", (item) => item.start >= subject.start))
    predicate.push(...doneFilters(done, filters));
  const needed = pool.take(
    "cond",
    (item) => isPredicate(item) && !isOfBase(item, task, later.length + predicate.length > 0),
  );
  const times =
    from === "sims" && needed.some((item) => ["related", "count", "metric"].includes(item.cond.k))
      ? pool.take("time").map((item) => item.time)
      : [];
  for (const item of needed)
    predicate.push(
      filters.of(item.cond, {
        times: ["related", "count", "metric"].includes(item.cond.k) ? times : [],
      }),
    );
  for (const item of later) {
    pool.drop(item);
    predicate.push(filters.of(item.cond));
  }
  if (subject.events && subject.events !== subject.noun && subject.events.view !== from)
    predicate.push(
      filters.related(
        subject.events,
        pool.take("time").map((item) => item.time),
      ),
    );
  const base = takeWhere(task, filters);
  base.push(...takeTimes(task, filters).where);
  if (predicate.length === 0) throw new Trouble("The percentage of those that are what?", "value");
  const groupBy = groupMembers(
    [
      ...dimGroups(task),
      ...takeGroups(task),
      ...takeGrains(task).map((grain) => ({ k: "grain", grain }) as const),
    ],
    from,
    defaultTime(from),
  );
  pool.take("dim", (item) => groupBy.some((group) => group.member.endsWith(`.${item.dim}`)));
  const order = takeOrder(task);
  const a: Measure = { agg: "count", ...and(predicate) };
  return {
    from,
    measures: [{ as: "percent", measure: { op: "percent", a, b: COUNT } }],
    ...(groupBy.length > 0 ? { groupBy } : {}),
    ...and(base),
    ...(order.direction ? { orderBy: [{ by: "percent", direction: order.direction }] } : {}),
    ...(order.limit ? { limit: order.limit } : {}),
  };
}

/** "Percentage of failed texts by operator": of the texts of each operator, and not of all that failed. */
export function isRateOfStates({ pool, subject: { noun }, words }: Task): boolean {
  const ask = pool.asks("percent") ?? pool.asks("share");
  const isRate = ask !== undefined && RATES.has(words[ask.start] ?? "");
  return isRate && ask.end === noun?.start && OF_STATES.has(noun.view) && noun.conds.some(isState);
}

const RATES = new Set(["percentage", "percent", "pct", "%", "proportion"]);

function isState(cond: Cond): boolean {
  return cond.k === "value" && STATES.has(cond.options[0]?.dim ?? "");
}

/** "Percentage of active SIMs": nothing else is said of them, so that what stands before them is. */
function withStatesSaid(task: Task): Task {
  const { pool, subject, words } = task;
  const { noun } = subject;
  const ask = pool.asks("percent") ?? pool.asks("share");
  const isBare =
    noun !== null && ask !== undefined && ask.end === noun.start && words[ask.start] !== "what";
  if (!isBare || !OF_STATES.has(noun.view) || hasPredicate(task)) return task;
  const states = noun.conds.filter(isState);
  const place = { start: noun.end, end: noun.end, score: 0 };
  for (const cond of states) if (cond.k === "value") pool.put({ cat: "value", cond, ...place });
  const nounConds = subject.nounConds.filter(({ cond }) => !states.includes(cond));
  return { ...task, subject: { ...subject, nounConds } };
}

const OF_STATES: ReadonlySet<View> = new Set<View>([
  "sims",
  "support_tickets",
  "alerts",
  "sms_messages",
]);
const STATES = new Set(["status", "rat", "severity", "priority", "acknowledged"]);

/** "Of the tickets opened in May, what share did we resolve": the dates of the verbs say that it was done. */
function doneFilters({ members }: ItemOf<"pred">, { from }: Filters): Filter[] {
  const done = members.find((member) => DONE.has(member) && member.startsWith(`${from}.`));
  return done ? [{ member: done, op: "is_not_null" }] : [];
}

const DONE = new Set<Member>([
  "alerts.acknowledged_at",
  "alerts.resolved_at",
  "sms_messages.delivered_at",
  "support_tickets.resolved_at",
]);

/** "Of the alerts raised in May …": a date narrows the rows where what is asked comes after it. */
function isOfBase(item: ItemOf<"cond">, { pool, words }: Task, hasOther: boolean): boolean {
  const { k, negated } = item.cond;
  if ((k !== "time" && k !== "age") || negated) return false;
  const isAfter = (other: Item) => other.start >= item.end;
  const next = [...pool.peek("value", isAfter), ...pool.peek("cond", isAfter)].sort(
    (a, b) => a.start - b.start,
  )[0];
  if (next) return !words.slice(item.end, next.start).includes("and");
  return hasOther;
}

function verbOf({ pool, subject }: Task): number {
  const end = subject.noun?.end ?? 0;
  const ask = pool.asks("percent") ?? pool.asks("share");
  if (ask && ask.start >= end) return ask.start; // "of the alerts …, what percentage …"
  const [verb] = pool.peek(
    "word",
    (item) => item.start >= end && (item.word === "is" || item.word === "have"),
  );
  return verb?.start ?? end;
}

/** Whether something is said of the rows that some of them may be. */
export function hasPredicate(task: Task): boolean {
  const { pool, subject } = task;
  const verb = verbOf(task);
  return (
    pool.peek("cond", (item) => item.start >= verb || item.start < subject.start).length > 0 ||
    pool.peek("value", (item) => item.start >= verb).length > 0 ||
    pool.peek("pred", (item) => item.start >= verb && item.members.some((one) => DONE.has(one)))
      .length > 0 ||
    (subject.events !== null && subject.events !== subject.noun)
  );
}

/** "Share of SIMs and share of traffic": each by itself, where one of them would be left out. */
export function refuseTwoShares(items: readonly Item[]): void {
  const of = items
    .filter((item) => item.cat === "ask" && (item.what === "share" || item.what === "percent"))
    .flatMap(({ end }) => items.find(({ start }) => start === end)?.cat ?? []);
  if (of.includes("noun") && of.includes("metric"))
    throw new Trouble("Two shares at once: which one first?", "count");
}

/** The part that each group has of the whole. */
export function shareOf(task: Task): Query {
  const { pool } = task;
  pool.take("ask", (item) => item.what === "share" || item.what === "percent");
  const isCountedToo = pool.asks("count") !== undefined;
  const query = pool.peek("metric").length > 0 ? aggregate(task) : countRows(task);
  const [first] = query.measures ?? [];
  if (!first || !query.groupBy) throw new Trouble("The share of what, by what?", "group");
  return {
    ...query,
    measures: [
      ...(isCountedToo ? [first] : []),
      { as: "percent", measure: { share: first.measure } },
    ],
    orderBy: query.orderBy?.map((order) =>
      order.by === first.as ? { ...order, by: "percent" } : order,
    ),
  };
}
