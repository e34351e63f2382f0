import type { Filter, Member } from "#query/query.ts";
import type { Cond, Item, ItemOf } from "../parse/items.ts";
import type { TimeSpan } from "../time/span.ts";
import type { Task } from "./assemble.ts";
import { unique } from "./common.ts";
import type { Filters } from "./filters.ts";
import { defaultTime, FUTURE_MEMBERS, isPlaceable } from "./placing.ts";
import { refuseApart, refuseUntil } from "./time-words.ts";
import { Trouble } from "./trouble.ts";
import { refusePastContact } from "./unbound-contact.ts";

/** Every condition of the question as filters of `filters.from`; takes them out of the pool. */
export function takeWhere(
  task: Task,
  filters: Filters,
  { keep = () => false }: { keep?: (cond: Cond) => boolean } = {},
): Filter[] {
  const { pool, subject } = task;
  refusePastContact(task);
  const where: Filter[] = subject.nounConds
    .filter(({ view }) => view === filters.from || view === "sims")
    .map(({ cond, view }) => filters.of(cond, { noun: view }));
  const conds = pool.take("cond", (item) => !keep(item.cond));
  const needTimes = defaultTime(filters.from) === null;
  const own = needTimes ? timesOfEach(conds, pool.peek("time")) : null;
  if (own) pool.take("time");
  const starts = pool.peek("time").map(({ start }) => start);
  const isDated = ({ end }: Item) => starts.some((start) => start >= end && start - end <= 1); // "but never started a session yesterday"
  const times = needTimes
    ? takeTimesFor(
        task,
        conds.filter((item) => !isOfOtherDate(item, task)).map((item) => item.cond),
      )
    : [];
  const isTimed = timedOf(conds.map((item) => item.cond));
  const sameTimes = filters.from.startsWith("sim_usage")
    ? pool.peek("time").map((item) => item.time)
    : [];
  for (const item of conds) {
    const isTraffic = item.cond.k === "related" && item.cond.noun.metric !== undefined;
    const within = isTraffic ? sameTimes : [];
    const isOfTimes =
      isTimed(item.cond) && needTimes && (isDated(item) || !isAtAnyTime(item, conds, task.words));
    const ofItself = own?.get(item);
    where.push(
      filters.of(item.cond, { times: ofItself ? [ofItself] : isOfTimes ? times : within }),
    );
  }
  refuseContradiction(pool.peek("value"));
  for (const item of pool.take("value")) where.push(filters.of(item.cond, { noun: null }));
  refuseTwoValues(where);
  refuseWithAndWithout(where);
  for (const item of pool.take("quote"))
    throw new Trouble(`What should “${item.text}” be compared with?`, "value");
  return unique(where);
}

/** "With alerts this month and no alerts last month": each condition with a time of its own; null for one of all. */
function timesOfEach(
  conds: readonly ItemOf<"cond">[],
  times: readonly ItemOf<"time">[],
): ReadonlyMap<ItemOf<"cond">, TimeSpan> | null {
  const timed = conds
    .filter(({ cond }) => needsTime(cond))
    .toSorted((one, other) => one.start - other.start);
  if (timed.length < 2 || times.length !== timed.length) return null;
  const pairs = timed.flatMap((cond, index): [ItemOf<"cond">, TimeSpan][] => {
    const next = timed[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    const [time, ...others] = times.filter(({ start }) => start >= cond.end && start < next);
    return time && others.length === 0 ? [[cond, time.time]] : [];
  });
  return pairs.length === timed.length ? new Map(pairs) : null;
}

/** "Raised an alert last week but have no ticket at all": the time is that of the other rows. */
function isAtAnyTime(
  { cond, start, end }: ItemOf<"cond">,
  conds: readonly ItemOf<"cond">[],
  words: readonly string[],
): boolean {
  if (cond.k !== "related" || !cond.negated) return false;
  const said = words.slice(start, end + 2).join(" ");
  const hasOther = conds.some((other) => other.cond.k === "related" && !other.cond.negated);
  return hasOther && /\b(?:at all|ever|never|whatsoever)\b/.test(said);
}

/** "Activated in the past 90 days which have never used data": the time is that of the verb before. */
function isOfOtherDate({ cond, start, end }: ItemOf<"cond">, { pool, words }: Task): boolean {
  if (cond.k !== "related" || !cond.negated) return false;
  const isNever = /\b(?:never|ever|at all)\b/.test(words.slice(start - 1, end + 2).join(" "));
  const [time, ...others] = pool.peek("time");
  const isDated = pool.peek("pred", (pred) => time !== undefined && pred.end <= time.start);
  return isNever && isDated.length > 0 && others.length === 0 && (time?.end ?? 0) <= start;
}

/** A SIM is in one country and has one status: two of them at once would find nothing, whatever was meant. */
function refuseContradiction(values: readonly ItemOf<"value">[]): void {
  const seen = new Map<string, string>();
  for (const { dim, cond } of values) {
    if (!dim || cond.negated || ["tag", "quota_type", "kind_of_row"].includes(dim)) continue;
    const other = seen.get(dim);
    if (other !== undefined && other !== cond.said && !isSame(values, other, cond))
      throw new Trouble(
        `Both “${other}” and “${cond.said}”: together, or each by itself?`,
        "value",
      );
    seen.set(dim, cond.said);
  }
}

/** Said twice in two ways: "the texts that we sent to devices". */
function isSame(values: readonly ItemOf<"value">[], said: string, cond: ValueCond): boolean {
  const other = values.find((value) => value.cond.said === said);
  const filters = (one: ValueCond) =>
    [...new Set(one.options.map(({ filter }) => JSON.stringify(filter)))].join();
  if (other === undefined) return false;
  return (
    filters(other.cond) === filters(cond) ||
    isWithin(other.cond, cond) ||
    isWithin(cond, other.cond)
  );
}

/** "Expired without being delivered": one value, and all but another one. */
function isWithin(one: ValueCond, others: ValueCond): boolean {
  return one.options.every(({ filter: is }) =>
    others.options.some(
      ({ filter: not }) =>
        "value" in is &&
        "value" in not &&
        is.member === not.member &&
        is.op === "eq" &&
        not.op === "ne" &&
        is.value !== not.value,
    ),
  );
}

type ValueCond = Extract<Cond, { k: "value" }>;

function refuseTwoValues(filters: readonly Filter[]): void {
  const seen = new Map<string, unknown>();
  for (const filter of unique(filters)) {
    if (!("member" in filter) || !("value" in filter) || filter.op !== "eq") continue;
    if (seen.has(filter.member))
      throw new Trouble(
        `Both “${String(seen.get(filter.member))}” and “${String(filter.value)}”: together, or each by itself?`,
        "value",
      );
    seen.set(filter.member, filter.value);
  }
}

/** "An anomaly but no alert, or an alert but no anomaly": no row has and lacks the same. */
function refuseWithAndWithout(filters: readonly Filter[]): void {
  const said = new Set(filters.map((filter) => JSON.stringify(filter)));
  if (filters.some((filter) => "not" in filter && said.has(JSON.stringify(filter.not))))
    throw new Trouble("Both with and without the same: which of the two?", "value");
}

/** "an open ticket and no traffic last week": what is open now has no period, where something else has. */
function timedOf(conds: readonly Cond[]): (cond: Cond) => boolean {
  const timed = conds.filter(needsTime);
  const ofPeriod = timed.filter((cond) => !isOfNow(cond));
  return (cond) => (ofPeriod.length > 0 ? ofPeriod : timed).includes(cond);
}

function isOfNow(cond: Cond): boolean {
  return (
    (cond.k === "related" || cond.k === "count") &&
    cond.noun.conds.some(
      (inner) =>
        inner.k === "value" &&
        /^(still )?(open|pending|unresolved|unacknowledged)$/.test(inner.said),
    )
  );
}

function needsTime(cond: Cond): boolean {
  if (cond.k === "either") return cond.of.some(needsTime);
  return cond.k === "related" || cond.k === "count" || cond.k === "metric";
}

/** Times belong to the events of a condition, where the rows themselves have no date of their own. */
function takeTimesFor({ pool }: Task, conds: readonly Cond[]): TimeSpan[] {
  return conds.some(needsTime) ? pool.take("time").map((item) => item.time) : [];
}

/** What is left of the times, on the date that the verbs choose or the view's own; and how that date is called. */
export function takeTimes(
  task: Task,
  filters: Filters,
): { where: Filter[]; member: Member | null; spans: TimeSpan[] } {
  const { pool } = task;
  const preds = pool.take("pred");
  const isLoose = pool.peek("time").length === 0 && pool.peek("ageop").length === 0;
  for (const pred of preds) {
    const said = task.words.slice(pred.start, pred.end).join(" ");
    if (
      isLoose &&
      pred.members[0] === "sims.last_seen_at" &&
      !/last|seen in|when/.test(said) &&
      !task.subject.single
    )
      throw new Trouble("", "vague:online");
  }
  const chosen = preds.flatMap((pred) =>
    pred.members.filter((member) => isPlaceable(member, filters.from)),
  )[0];
  const own = defaultTime(filters.from);
  const member = chosen && (own === null || chosen.startsWith(`${filters.from}.`)) ? chosen : own;
  const spans = pool.take("time").map((item) => item.time);
  if (!chosen && !FUTURE_MEMBERS.test(member ?? "")) refuseUntil(spans);
  refuseApart(spans);
  const where = filters.times(isOver(task.words) ? spans.map(past) : spans, member);
  const isAge = task.words.some((word) => ["older", "younger", "newer"].includes(word));
  for (const age of pool.take("ageop")) {
    if (!member && filters.from === "sims" && isAge) {
      const members: Member[] = ["sims.activated_at"];
      where.push(filters.of({ k: "age", members, op: age.op, duration: age.duration }));
      continue;
    }
    if (!member)
      throw new Trouble("That length of time does not go with what was asked for.", "time");
    if (!age.ago && !isAge && LASTS_NO_TIME.has(filters.from))
      throw new Trouble("How long that lasted is not recorded, only when it happened.", "time");
    where.push(filters.of({ k: "age", members: [member], op: age.op, duration: age.duration }));
  }
  if (spans.length === 0 && chosen && filters.from === "sims" && chosen !== "sims.created_at")
    where.push({ member: chosen, op: "is_not_null" });
  return { where, member, spans };
}

/** What happens at a moment: "sessions longer than an hour" are not those of more than an hour ago. */
const LASTS_NO_TIME: ReadonlySet<string> = new Set(["audit_logs", "connection_events"]);

/** "How did the forecast do on Sunday": of a day that is over, also where days to come are kept. */
function isOver(words: readonly string[]): boolean {
  return words.some((word) => ["did", "was", "were", "actual", "actually", "real"].includes(word));
}

function past(span: TimeSpan): TimeSpan {
  if (span.k !== "days" || !span.ahead) return span;
  const { ahead: _, ...over } = span;
  return over;
}
