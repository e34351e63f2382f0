import type { Pool } from "../assemble/pool.ts";
import { metricOf } from "../lexicon/metrics.ts";
import type { Duration, ItemOf } from "../parse/items.ts";

/** "over 1 GB instead", "and with more than 10?", "make it 14 days": another size for the one condition that has one. */
export function editAmounts(pool: Pool, fresh: Pool): void {
  editLimit(pool, fresh);
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
        cond: { ...cond.cond, op: threshold.op, quantity: threshold.quantity },
      });
  }
  for (const { duration, ...item } of fresh.peek("duration"))
    if (editAge(pool, duration)) fresh.take("duration", (other) => other.start === item.start);
  for (const age of fresh.peek("ageop")) if (editAge(pool, age.duration, age.op)) fresh.drop(age);
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
    cond.quantity.unit === quantity.unit ||
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
