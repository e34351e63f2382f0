import type { Pool } from "./pool.ts";
import { Trouble } from "./trouble.ts";

/** "How much on an average Sunday": the mean of those days. */
export function settleWeekdays(pool: Pool): void {
  refuseWeekendsAgainst(pool);
  const isAverage =
    pool.peek("agg", ({ agg }) => agg === "avg").length > 0 ||
    pool.peek("metric", ({ agg }) => agg === "avg").length > 0;
  const day = pool.peek(
    "time",
    ({ time }) => time.k === "recurring" && time.grain === "weekday",
  )[0];
  const isSplit = pool.peek("grain").length + pool.peek("group").length > 0;
  const isBounded = pool.peek("time").length > 1;
  if (!isAverage || !day || isSplit || !isBounded || pool.peek("metric").length !== 1) return;
  const { start, end } = day;
  pool.put({ cat: "grain", grain: "day", adjective: true, start, end, score: 0 });
}

/** "Weekend vs weekday traffic last month": of every week, and not of the last weekend. */
function refuseWeekendsAgainst(pool: Pool): void {
  const isWeekend = pool.peek("time", ({ time }) => /weekend/.test(time.label)).length > 0;
  const isWeekday = pool.peek("grain", ({ grain }) => grain === "weekday").length > 0;
  if (isWeekend && isWeekday && pool.peek("versusword").length > 0)
    throw new Trouble("Weekdays against weekends: each by itself, please.", "value");
}
