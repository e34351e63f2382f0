import type { Query } from "#query/query.ts";
import type { ItemOf } from "../parse/items.ts";
import type { TimeSpan } from "../time/span.ts";
import type { Task } from "./assemble.ts";
import type { Pool } from "./pool.ts";
import { Trouble } from "./trouble.ts";

type Having = NonNullable<Query["having"]>[number];
type Op = Having["op"];

/** How far a figure has to have moved from the earlier period to the later one. */
export interface Moved {
  readonly op: Op;
  /** `factor`: the later one against so many times the earlier one; else by how much it changed. */
  readonly by: "factor" | "percent" | "amount";
  readonly value: number;
}

const FLIPPED: Partial<Record<Op, Op>> = { gt: "lt", lt: "gt", gte: "lte", lte: "gte" };
const flip = (op: Op): Op => FLIPPED[op] ?? op;

/** The same bound, said of the earlier period against the later one. */
export function turned({ op, by, value }: Moved): Moved {
  return { op: flip(op), by, value: 1 / value };
}

const WHOSE = /\b(?:whose|that|which|who|where)\b/;

/** "More than twice as much last week as the week before": two times, of which one is held against the other. */
export function multipleOf(task: Task): { a: TimeSpan; b: TimeSpan; moved: Moved } | null {
  const { pool, words } = task;
  const [first, second] = pool.peek("time").toSorted((a, b) => a.start - b.start);
  if (!first || !second) return null;
  settleExcess(task);
  const between = words.slice(first.end, second.start).join(" ");
  const than = thanIn(task, first, between);
  const multiple = pool.peek("threshold", isMultiple)[0];
  const side = multiple && sideOf(task, multiple);
  const isHeld =
    multiple !== undefined &&
    multiple.start < second.start &&
    (side !== undefined ||
      /\b(?:as|that|than|what|those|their|its)\b/.test(wordsTo(words, multiple, second)) ||
      (multiple.end === second.start && pool.peek("metric").length > 0));
  if (!isHeld && !than) return null;
  for (const time of [first, second]) pool.drop(time);
  if (!isHeld || !multiple) {
    if (than) pool.drop(than);
    const op = than?.op ?? "gt";
    return { a: first.time, b: second.time, moved: { op, by: "factor", value: 1 } };
  }
  pool.drop(multiple);
  if (side) pool.drop(side);
  const moved = side ? beyond(multiple, side) : factorOf(multiple);
  return { a: first.time, b: second.time, moved };
}

/** "More rejects last week than the week before". */
function thanIn({ pool }: Task, first: ItemOf<"time">, between: string) {
  if (!/\bthan\b/.test(between)) return undefined;
  return pool.peek("cmp", ({ start, op }) => start < first.start && FLIPPED[op] !== undefined)[0];
}

function wordsTo(words: readonly string[], from: { end: number }, to: { start: number }): string {
  return words.slice(from.end, to.start).join(" ");
}

function isMultiple({ quantity, upTo }: ItemOf<"threshold">): boolean {
  return (quantity.unit === "times" || quantity.unit === "percent") && !upTo;
}

/** "More than 10 % above that of August": what the percentage is on top of, or below. */
function sideOf({ pool }: Task, { end, quantity }: ItemOf<"threshold">) {
  if (quantity.unit !== "percent") return undefined;
  return pool.peek("cmp", ({ start, op }) => start === end && (op === "gt" || op === "lt"))[0];
}

function beyond({ op, quantity }: ItemOf<"threshold">, side: ItemOf<"cmp">): Moved {
  const share = quantity.value / 100;
  if (side.op === "gt") return { op, by: "factor", value: 1 + share };
  return { op: flip(op), by: "factor", value: 1 - share };
}

/** "Used over 50 % more in September than in August": not so much of a quota. */
export function takeExcess(task: Task, compare: ItemOf<"compare">): Moved | null {
  const { op, start } = compare;
  if (op !== "gt" && op !== "lt") return null;
  settleExcess(task, start);
  const [bound] = task.pool.peek(
    "threshold",
    ({ end, quantity }) => end === start && quantity.unit === "percent",
  );
  if (!bound) return null;
  task.pool.drop(bound);
  return beyond(bound, { cat: "cmp", op, start, end: start, score: 0 });
}

/** "Usage was at least 25 % below August": a part of that, and not of a quota. */
function settleExcess({ pool }: Task, compared?: number): void {
  for (const item of pool.peek("cond")) {
    const { cond, start, end, score } = item;
    const follows = end === compared || pool.peek("cmp", (cmp) => cmp.start === end).length > 0;
    if (cond.k !== "metric" || cond.metric !== "quota_used" || !follows) continue;
    if (cond.quantity.unit !== "percent") continue;
    pool.drop(item);
    pool.put(
      { cat: "metric", metric: "usage", start, end: start, score },
      { cat: "threshold", op: cond.op, quantity: cond.quantity, start, end, score },
    );
  }
}

function factorOf({ op, quantity }: ItemOf<"threshold">): Moved {
  const value = quantity.unit === "percent" ? quantity.value / 100 : quantity.value;
  return { op, by: "factor", value };
}

/** "Grew by more than 50 %", "more than doubled", "whose traffic fell": how far, where a change is a condition. */
export function takeMoved({ pool, subject, words }: Task): Moved | null {
  const [change] = pool.peek("change");
  if (!change) return null;
  const isUp = change.way === "up";
  const isOneWay = change.way !== undefined;
  const [bound, ...others] = pool.peek("threshold", ({ upTo }) => !upTo);
  const before = words[(bound?.start ?? 0) - 1] ?? "";
  const isSize =
    bound?.quantity.unit === "bytes" && (before === "by" || bound.start === change.end);
  if (bound && others.length === 0 && (isMultiple(bound) || isSize)) {
    if (bound.quantity.unit === "times" || (before === "to" && isMultiple(bound))) {
      pool.drop(bound);
      return factorOf(bound);
    }
    if (!isOneWay) throw new Trouble("Up or down by that much?", "compare");
    pool.drop(bound);
    const { op, quantity } = bound;
    const by = quantity.unit === "percent" ? "percent" : "amount";
    return isUp ? { op, by, value: quantity.value } : { op: flip(op), by, value: -quantity.value };
  }
  const lead = words.slice(0, change.start).join(" ");
  const isCondition =
    isOneWay && (WHOSE.test(lead) || (subject.dims.length > 0 && pool.asks("which")));
  return isCondition && !isAsked(pool) && !/^how\b|\bhow (?:much|many|far)\b/.test(words.join(" "))
    ? { op: isUp ? "gt" : "lt", by: "factor", value: 1 }
    : null;
}

function isAsked(pool: Pool): boolean {
  return (
    pool.asks("percent") !== undefined ||
    pool.asks("share") !== undefined ||
    pool.asks("much") !== undefined ||
    pool.peek("superlative").length + pool.peek("top").length > 0
  );
}

/** The bound on the groups, of the measures by their names. Nothing has no multiple: what began at zero is not among them. */
export function movedHaving(
  { op, by, value }: Moved,
  [later, earlier]: readonly [string, string],
): Having[] {
  if (by !== "factor")
    return [{ measure: by === "percent" ? "change_percent" : "change", op, value }];
  const bound = { measure: later, op, other: earlier, ...(value === 1 ? {} : { factor: value }) };
  const isMultiple = value > 1 && (op === "gt" || op === "gte");
  return isMultiple ? [bound, { measure: earlier, op: "gt", value: 0 }] : [bound];
}

/** "… with at least 10 MB the week before", "skip those that had under 1 MB in the earlier week": bounds on one of the two. */
export function takeSideBounds(
  { pool, words }: Task,
  { a, b }: { a: TimeSpan; b: TimeSpan },
): { of: "a" | "b"; op: Op; quantity: ItemOf<"threshold">["quantity"] }[] {
  return pool
    .peek("threshold", ({ quantity, upTo }) => quantity.unit === "bytes" && !upTo)
    .flatMap((bound) => {
      const [time] = pool.peek("time", ({ start }) => start >= bound.end && start - bound.end <= 3);
      const of = time && (isSame(time.time, a) ? "a" : isEarlier(time.time, b) ? "b" : null);
      if (!of || !time) return [];
      const [skipped] = pool.peek(
        "neg",
        ({ end }) => end <= bound.start && !words.slice(end, bound.start).includes("."),
      );
      for (const item of [bound, time, ...(skipped ? [skipped] : [])]) pool.drop(item);
      return [
        { of, op: skipped ? (OPPOSITE[bound.op] ?? bound.op) : bound.op, quantity: bound.quantity },
      ];
    });
}

const OPPOSITE: Partial<Record<Op, Op>> = { gt: "lte", lte: "gt", lt: "gte", gte: "lt" };

function isSame(one: TimeSpan, other: TimeSpan): boolean {
  return one.k === "days" && other.k === "days" && one.from === other.from && one.to === other.to;
}

function isEarlier(one: TimeSpan, b: TimeSpan): boolean {
  return one.k === "relative" || isSame(one, b);
}
