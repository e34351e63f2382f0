import type { Item, ItemOf } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

/** Notes in a few words: "rejects AT 24h", "25 audit entries, newest first". */
export function settleTerse(pool: Pool, words: readonly string[]): void {
  settleBareDuration(pool, words);
  settleSoMany(pool);
}

/** "No traffic 30d": in the last ones, as nothing says otherwise. */
function settleBareDuration(pool: Pool, words: readonly string[]): void {
  const [bare, ...others] = pool.peek("duration");
  if (!bare || others.length > 0 || pool.peek("time").length > 0) return;
  const { start, end, score, duration } = bare;
  const { amount, unit } = duration;
  const isShort = SHORT.has(words[end - 1] ?? "") && end - start === 2;
  const isSilence = words[start - 1] === "for" && isBehindSilence(pool, start - 1);
  if (!(isShort || isSilence) || unit === "month" || unit === "year" || !Number.isInteger(amount))
    return;
  if (!isSilence && BINDING.has(words[start - 1] ?? "")) return;
  pool.drop(bare);
  const label = `the last ${amount === 1 ? unit : `${amount} ${unit}s`}`;
  const time = { k: "rolling", amount, unit, direction: "past", label } as const;
  pool.put({ cat: "time", time, start, end, score });
}

/** "With no traffic for 60 days". */
function isBehindSilence(pool: Pool, at: number): boolean {
  return pool
    .peek("cond", ({ cond, end }) => cond.k === "related" && cond.negated === true && end === at)
    .some(({ cond }) => cond.k === "related" && cond.noun.metric === "usage");
}

const SHORT = new Set(["h", "hr", "hrs", "d", "w", "wk", "wks"]);
/** Behind them a length of time is a bound, or said of something else. */
const BINDING = new Set(
  "for in within than over under above below about after before by since every each of least most longer > < >= <= ≥ ≤ - to and".split(
    " ",
  ),
);

/** "30 inactive cards, oldest first": so many rows, where an order says which. */
function settleSoMany(pool: Pool): void {
  const [order, ...others] = pool.peek("order", ({ members, metric }) => !!members && !metric);
  if (!order || others.length > 0 || pool.peek("superlative").length > 0) return;
  if (pool.peek("top").length > 0 || pool.peek("group").length > 0) return;
  const [number] = pool.peek("number", ({ value, end }) => isSize(value) && opensRows(pool, end));
  if (!number) return;
  const { start, end, score } = number;
  const { direction, members = [] } = order;
  pool.drop(number);
  pool.drop(order);
  pool.put(
    { cat: "top", n: number.value, direction, start, end, score },
    { cat: "superlative", direction, members, plural: true, start, end, score },
  );
}

const isSize = (value: number) => Number.isInteger(value) && value >= 1 && value <= 1000;

function opensRows(pool: Pool, end: number): boolean {
  const isNext = (item: Item) => item.start === end;
  const isRows = (item: ItemOf<"noun">) => item.plural === true && !item.weak && isNext(item);
  return pool.peek("noun", isRows).length > 0;
}
