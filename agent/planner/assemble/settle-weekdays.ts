import type { Pool } from "./pool.ts";

/** "How much on an average Sunday": the mean of those days. */
export function settleWeekdays(pool: Pool): void {
  settleKindsOfDays(pool);
  const isAverage =
    pool.peek("agg", ({ agg }) => agg === "avg").length > 0 ||
    pool.peek("metric", ({ agg }) => agg === "avg").length > 0;
  const [day, ...others] = pool.peek(
    "time",
    ({ time }) => time.k === "recurring" && time.grain === "weekday",
  );
  const isSplit = pool.peek("grain").length + pool.peek("group").length > 0;
  const isBounded = pool.peek("time").length > 1;
  if (
    !isAverage ||
    !day ||
    others.length > 0 ||
    isSplit ||
    !isBounded ||
    pool.peek("metric").length !== 1
  )
    return;
  const { start, end } = day;
  pool.put({ cat: "grain", grain: "day", adjective: true, start, end, score: 0 });
}

/** "Usage by weekday vs weekend": by the kind of day, and not by the seven of them. */
function settleKindsOfDays(pool: Pool): void {
  const [weekend] = pool.peek(
    "time",
    ({ time }) => time.k === "recurring" && /weekend/.test(time.label),
  );
  const [weekday] = pool.peek("grain", ({ grain }) => grain === "weekday");
  if (!weekend || !weekday || pool.peek("versusword").length === 0) return;
  const { start, end } = weekday;
  pool.drop(weekday);
  const values = [1, 2, 3, 4, 5];
  pool.put({
    cat: "time",
    time: { k: "recurring", grain: "weekday", values, label: "on weekdays" },
    start,
    end,
    score: 0,
  });
}
