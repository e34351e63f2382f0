import type { Filter } from "#query/query.ts";
import { either } from "./compose.ts";
import type { Item, ItemOf, Option } from "./items.ts";

/** Shorter ones are composed like any phrase, with all that they may mean in part. */
const LONG = 8;
const BETWEEN = new Set([",", "/", ":", "and", "or"]);
const MAX_BETWEEN = 2;
/** What a word between two values adds, and what being one phrase does. */
const JOINED = 4;

/**
 * Long lists of values, "8988…01, 8988…02, …", as one value each: composing them pair by pair would try every
 * part of the list.
 */
export function withLongLists(words: readonly string[], items: readonly Item[]): readonly Item[] {
  const byStart = new Map<number, ItemOf<"value">>();
  for (const item of items)
    if (item.cat === "value" && item.score > (byStart.get(item.start)?.score ?? 0))
      byStart.set(item.start, item);
  const lists: Item[] = [];
  for (const [start, first] of byStart) {
    if (start < (lists.at(-1)?.end ?? 0)) continue;
    const list = [first];
    for (let next = follower(words, first.end, byStart); next && isAlike(first, next); ) {
      list.push(next);
      next = follower(words, next.end, byStart);
    }
    const whole = list.length > LONG ? merged(list) : null;
    if (whole)
      lists.push({ ...whole, cond: { ...whole.cond, options: whole.cond.options.map(inOne) } });
  }
  if (lists.length === 0) return items;
  const isInside = (item: Item) =>
    lists.some(({ start, end }) => item.start < end && start < item.end);
  return [...items.filter((item) => !isInside(item)), ...lists];
}

function follower(
  words: readonly string[],
  from: number,
  byStart: ReadonlyMap<number, ItemOf<"value">>,
): ItemOf<"value"> | undefined {
  for (let at = from; at <= from + MAX_BETWEEN; at++) {
    const value = byStart.get(at);
    if (value) return value;
    if (!BETWEEN.has(words[at] ?? "")) return undefined;
  }
  return undefined;
}

function isAlike(first: ItemOf<"value">, next: ItemOf<"value">): boolean {
  return next.dim === first.dim && Boolean(next.cond.negated) === Boolean(first.cond.negated);
}

/** "One of these" instead of "this or that or …", which a query can hold but a few of. */
function inOne(option: Option): Option {
  const each = eachOf(option.filter);
  const [first] = each;
  if (!first || !("op" in first)) return option;
  const values = each.flatMap((filter) =>
    "op" in filter && filter.op === "eq" && "value" in filter && typeof filter.value !== "boolean"
      ? [filter.value]
      : [],
  );
  if (values.length < each.length) return option;
  return { ...option, filter: { member: first.member, op: "in", values: [...new Set(values)] } };
}

function eachOf(filter: Filter): readonly Filter[] {
  return "or" in filter ? filter.or.flatMap(eachOf) : [filter];
}

/** Both halves of a list, so that what it says is nested no deeper than needed. */
function merged(list: readonly ItemOf<"value">[]): ItemOf<"value"> | null {
  const [first] = list;
  if (!first || list.length === 1) return first ?? null;
  const middle = list.length >> 1;
  const [before, after] = [merged(list.slice(0, middle)), merged(list.slice(middle))];
  if (!before || !after) return null;
  const sem = before.cond.said === after.cond.said ? before : either(before, after);
  if (sem?.cat !== "value") return null;
  const score = before.score + after.score + JOINED * (1 + after.start - before.end);
  return { ...sem, start: before.start, end: after.end, score };
}
