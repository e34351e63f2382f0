import type { Pool } from "../assemble/pool.ts";
import { metricOf } from "../lexicon/metrics.ts";
import type { Cond, Duration, Item, ItemOf, Quantity } from "../parse/items.ts";

/** "over 1 GB instead", "and with more than 10?", "make it 14 days": another size for the one condition that has one. */
export function editAmounts(pool: Pool, fresh: Pool): void {
  editLimit(pool, fresh);
  boundBySize(pool, fresh);
  for (const threshold of fresh.peek("threshold")) {
    const [cond, ...others] = pool.peek("cond", (item) => fits(item, threshold));
    if (!cond || others.length > 0 || threshold.upTo) continue;
    fresh.drop(threshold);
    pool.drop(cond);
    if (cond.cond.k === "count")
      pool.put({ ...cond, cond: { ...cond.cond, op: threshold.op, n: threshold.quantity.value } });
    if (cond.cond.k === "metric")
      pool.put({
        ...cond,
        cond: { ...cond.cond, op: threshold.op, quantity: inUnitOf(cond.cond, threshold.quantity) },
      });
  }
  for (const { duration, ...item } of fresh.peek("duration"))
    if (editAge(pool, duration)) fresh.take("duration", (other) => other.start === item.start);
  for (const age of fresh.peek("ageop")) if (editAge(pool, age.duration, age.op)) fresh.drop(age);
}

/** "and 90 %?", "what about 2 GB": that much now, of the one bound that there is. */
function boundBySize(pool: Pool, fresh: Pool): void {
  const [size] = fresh.items.filter(({ cat }) => cat === "quantity" || cat === "number");
  const isOther = fresh.items.some((item) => item !== size && !JOINING.has(item.cat));
  const [bound, ...others] = pool.peek("cond", ({ cond }) => "op" in cond && cond.k !== "lasted");
  if (!size || isOther || !bound || others.length > 0 || !("op" in bound.cond)) return;
  const quantity = sizeOf(size, bound.cond);
  if (!quantity) return;
  const { start, end } = size;
  fresh.drop(size);
  fresh.put({ cat: "threshold", op: bound.cond.op, quantity, start, end, score: 0 });
}

const JOINING: ReadonlySet<Item["cat"]> = new Set<Item["cat"]>(["word", "filler", "ask"]);

function sizeOf(size: Item, bound: Cond): Quantity | null {
  if (size.cat === "quantity") return size.quantity;
  if (size.cat !== "number") return null;
  const plain: Quantity = { value: size.value, unit: "plain", said: String(size.value) };
  if (bound.k === "count") return plain;
  const quantity = bound.k === "metric" ? inUnitOf(bound, plain) : plain;
  return bound.k === "metric" && quantity.unit === bound.quantity.unit ? quantity : null;
}

/** A bare number is percent where the bound was: "over 80 %" → "and 90?" */
function inUnitOf(bound: Extract<Cond, { k: "metric" }>, quantity: Quantity): Quantity {
  const isPercent = bound.quantity.unit === "percent" && quantity.unit === "plain";
  return isPercent ? { ...quantity, unit: "percent" } : quantity;
}

/** "make it 20", "20 instead of 10": how many rows, where a number of them was asked for. */
function editLimit(pool: Pool, fresh: Pool): void {
  const [number, old] = fresh.peek("number");
  const [top] = pool.peek("top", (item) => item.n !== undefined);
  const isOther = fresh.items.some((item) => !["number", "word", "filler"].includes(item.cat));
  if (!number || !top || isOther || !Number.isInteger(number.value) || number.value < 1) return;
  if (old && old.value !== top.n) return;
  fresh.take("number");
  pool.drop(top);
  pool.put({ ...top, n: Math.min(number.value, 1000) });
}

function fits({ cond }: ItemOf<"cond">, { quantity }: ItemOf<"threshold">): boolean {
  if (cond.k === "count") return quantity.unit === "plain";
  if (cond.k !== "metric") return false;
  return (
    inUnitOf(cond, quantity).unit === cond.quantity.unit ||
    (quantity.unit === "bytes" && metricOf(cond.metric).kind === "bytes")
  );
}

function editAge(pool: Pool, duration: Duration, op?: ItemOf<"ageop">["op"]): boolean {
  const [age] = pool.peek("cond", (item) => item.cond.k === "age");
  if (age?.cond.k === "age") {
    pool.drop(age);
    pool.put({ ...age, cond: { ...age.cond, duration, ...(op ? { op } : {}) } });
    return true;
  }
  const [rolling] = pool.peek("time", (item) => item.time.k === "rolling");
  if (rolling?.time.k !== "rolling") return false;
  const { amount, unit } = duration;
  const label = `the last ${amount} ${unit}${amount === 1 ? "" : "s"}`;
  pool.drop(rolling);
  pool.put({ ...rolling, time: { ...rolling.time, amount, unit, label } });
  return true;
}
