import type { Filter, GroupBy, Measure, Member, Query, View } from "#query/query.ts";
import type { ItemOf } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import { and, filtersOf } from "./common.ts";
import { type Filters, whereOf } from "./filters.ts";
import { defaultTime, dimMember } from "./placing.ts";
import { Trouble } from "./trouble.ts";
import { takeWhere } from "./where.ts";

type Measures = NonNullable<Query["measures"]>;

/** "how many SIMs were …", "number of SIMs with …": the count is of the noun that stands next to it. */
export function countsTheNoun({ pool, subject }: Task): boolean {
  const { noun } = subject;
  if (!noun) return false;
  return pool
    .peek("ask", (item) => item.what === "count")
    .some((ask) => ask.end <= noun.start && noun.start - ask.end <= MAX_GAP);
}

const MAX_GAP = 3;

/** "Customers with their number of SIMs", "their SIM count": the noun is counted, for each of what leads. */
export function isCountOfNoun({ pool, subject }: Task): boolean {
  const { noun } = subject;
  if (!noun || noun.weak) return false;
  return pool
    .peek("ask", (item) => item.what === "count")
    .some((ask) => ask.end === noun.start || ask.start === noun.end);
}

/** "… and how often", "…, with the count": how many rows there are for each one that is asked for. */
export function wantsCountEach(task: Task): boolean {
  const { pool, subject, words } = task;
  const { noun } = subject;
  if (noun?.view !== "sims" || noun.weak || !subject.events || countsTheNoun(task)) return false;
  const counts = pool.peek("ask", (item) => item.what === "count" || item.what === "often");
  if (counts.length === 0) return false;
  const isListed = ["which", "list", "exists"].some((what) =>
    pool.peek("ask", (item) => item.what === what).some((ask) => ask.start <= noun.start),
  );
  const leads = counts.every((ask) => ask.start > noun.start);
  return leads || isListed || words.includes("each");
}

/** A bound on how often something happened: "at least 3 times", "more than twice". */
export function isTimesBound(item: ItemOf<"threshold">): boolean {
  return item.quantity.unit === "plain" || item.quantity.unit === "times";
}

/** "Between 5 and 10" bounds at both ends. */
export function boundsOf({ op, quantity, upTo }: ItemOf<"threshold">) {
  const from = { op, value: quantity.value };
  return upTo ? [from, { op: "lte" as const, value: upTo.value }] : [from];
}

/** "3 rejects or more on one day": the bound is on each day of each SIM. */
export function isBoundPerDay({ pool }: Task, counted: readonly unknown[]): boolean {
  const isBounded = counted.length > 0 || pool.peek("threshold", isTimesBound).length > 0;
  if (!isBounded || !pool.has("single_day")) return false;
  pool.take("word", (item) => item.word === "single_day");
  pool.take("column"); // the SIM, the day and the number are what each row shows
  return true;
}

/** "attaches and rejects": a count of each kind that was named. */
export function countsOfKinds({ subject }: Task, from: View, filters: Filters): Measures | null {
  const noun = subject.events ?? subject.noun;
  if (noun?.view !== from || !noun.alternatives) return null;
  const names = new Set<string>();
  return noun.alternatives.map((cond): Measures[number] => {
    const where = filters.of(cond, { noun: from });
    const as = freeName(nameOfKind(where), names);
    names.add(as);
    return { as, measure: { agg: "count", where } };
  });
}

/** "active and suspended SIMs per country": beside all of them, how many of each there are. */
export function countsOfEach({ subject, words }: Task, where: readonly Filter[]): Measures {
  const { noun } = subject;
  const said = noun ? words.slice(noun.start, noun.end) : [];
  if (!said.includes("and") || said.includes("or")) return [];
  const [either, ...others] = where.flatMap((filter) => ("or" in filter ? [filter.or] : []));
  if (!either || others.length > 0 || !either.every(isOneValue)) return [];
  const names = new Set<string>();
  return either.map((one): Measures[number] => {
    const as = freeName(nameOfKind(one), names);
    names.add(as);
    return { as, measure: { agg: "count", where: one } };
  });
}

function isOneValue(filter: Filter, _: number, all: readonly Filter[]): boolean {
  const [first] = all;
  const isSame = first && "member" in first && "member" in filter && first.member === filter.member;
  return isSame === true && "value" in filter && filter.op === "eq";
}

function nameOfKind(where: Filter): string {
  const value = "value" in where ? String(where.value) : "rows";
  const made = value.toLowerCase().replace(/[^a-z0-9]+/g, "_");
  return /^[a-z]/.test(made) ? made.slice(0, 36) : `kind_${made}`.slice(0, 36);
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) ? freeName(`${name}_2`, taken) : name;
}

/** "… and when was the last one": the first or last date of each group, beside its count. */
export function dateOfEach({ pool }: Task, from: View, own: Member | null): Measures {
  const time = own ?? defaultTime(from);
  const asks = pool.asks("when");
  const ends = pool.peek("superlative", (item) => item.members?.length === 0);
  const [end] = ends;
  if (!time || !end || !asks) return [];
  for (const item of ends) pool.drop(item);
  const agg = end.direction === "desc" ? "max" : "min";
  const measure: Measure = { agg, of: time };
  return [{ as: agg === "max" ? "last" : "first", measure }];
}

/** "How many days had more than 20 rejects": days that pass a bound cannot be counted, and SIMs are not meant. */
export function refuseCountedDays({ pool }: Task): void {
  const ask = pool.asks("count");
  const isOfTime = [...pool.peek("grain", (item) => !item.adjective), ...pool.peek("unit")].some(
    (item) => ask !== undefined && item.start === ask.end,
  );
  const isBound =
    pool.peek("cond", ({ cond }) => cond.k === "count" || cond.k === "metric").length > 0;
  if (isOfTime && isBound)
    throw new Trouble("Per which day: each day with its number of rows?", "group");
}

/** "SIMs and open alerts per customer": two counts, of which neither narrows the other. */
export function refuseJoinedNouns({ pool, subject, words }: Task): void {
  const nouns = [subject.noun, subject.events].filter((noun) => noun !== null && !noun.weak);
  const [first, second] = nouns.toSorted((a, b) => (a?.start ?? 0) - (b?.start ?? 0));
  if (!first || !second || first.view === second.view || pool.peek("group").length === 0) return;
  const between = words.slice(first.end, second.start);
  const isJoined = ["and", ",", "&", "plus", "."].includes(between.at(-1) ?? "");
  if (
    isJoined &&
    !between.some((word) => ["with", "have", "having", "that", "which"].includes(word))
  )
    throw new Trouble("Several figures at once: which one first?", "count");
}

/** "Which rules are off, and how often did each fire": rules that never fired count zero. */
export function rulesWithAlerts(task: Task): Query | null {
  const { pool, subject } = task;
  const isBounded =
    pool.peek("threshold").length > 0 ||
    pool.peek("superlative").length > 0 ||
    pool.peek("cond", ({ cond }) => cond.k === "count").length > 0;
  const isAsked = subject.noun?.view === "alert_rules" && !subject.events && pool.asks("often");
  if (!isAsked || isBounded) return null;
  const filters = filtersOf(task, "alert_rules");
  const fired = pool.take("cond", ({ cond }) => cond.k === "time" && !cond.negated);
  const where = takeWhere(task, filters);
  pool.take("pred");
  pool.take("grain", (item) => !item.adjective);
  const times = filtersOf(task, "alerts").times(
    [
      ...pool.take("time").map((item) => item.time),
      ...fired.flatMap(({ cond }) => (cond.k === "time" ? [cond.time] : [])),
    ],
    defaultTime("alerts"),
  );
  const measure: Measure = { agg: "count", ...whereOf(times) };
  return {
    from: "alert_rules",
    measures: [{ as: "alerts", measure: { related: "alerts", measure } }],
    ...and(where),
  };
}

/** "Customers with open alerts and open tickets": rows that have both are not groups that have both. */
export function refuseTwoKinds({ pool, subject }: Task): void {
  const { noun, dims } = subject;
  if (dims.length === 0 || !noun || noun.view === "sims") return;
  const other = pool.peek(
    "cond",
    ({ cond }) =>
      (cond.k === "related" || cond.k === "count") &&
      cond.noun.view !== noun.view &&
      cond.noun.view !== "sims",
  )[0];
  if (other)
    throw new Trouble(
      "Groups that have both kinds of rows cannot be listed at once: which of the two first?",
      "value",
    );
}

/** "label and number of times": how each SIM is called, beside its count. */
export function identitiesShown(
  { pool }: Task,
  from: View,
  groupBy: readonly GroupBy[],
): GroupBy[] {
  const perSim = groupBy.some(({ member }) => /\.(iccid|resource_id)$/.test(member));
  if (!perSim) return [];
  const shown = pool.take("dim", (item) => SIM_FACTS.has(item.dim));
  return shown.flatMap((item): GroupBy[] => {
    const member = item.dim === "sim" ? null : dimMember(item.dim, from);
    const isNew = member !== null && groupBy.every((group) => group.member !== member);
    return isNew && groupBy.length < 4 ? [{ member }] : [];
  });
}

const SIM_FACTS = new Set(["sim", "label", "imei", "imsi", "msisdn", "customer"]);
