import type { Pool } from "../assemble/pool.ts";
import type { Item, ItemOf } from "../parse/items.ts";
import { before } from "../time/resolve.ts";
import type { TimeContext, TimeSpan } from "../time/span.ts";

/** A new time takes the old one's place, steps back from it, or is compared with it. */
export function editTimes(pool: Pool, fresh: Pool, time: TimeContext): void {
  const times = fresh.take("time");
  const [first] = times;
  if (!first) return;
  const old = pool.peek("time");
  const inside = pool.peek("cond", (item) => item.cond.k === "time");
  const previous: TimeSpan | undefined =
    old[0]?.time ??
    inside.map((item) => (item.cond.k === "time" ? item.cond.time : undefined))[0] ??
    pool.peek("compare")[0]?.a;
  const next =
    first.time.k === "relative" && previous
      ? (before(previous, first.time.unit, time, first.time) ?? first.time)
      : first.time;
  const at = { start: old[0]?.start ?? first.start, end: old[0]?.end ?? first.end };
  const [versus] = fresh.take("versusword");
  if (versus && previous && old.length === 1 && times.length === 1) {
    pool.take("time");
    pool.put({ cat: "compare", a: previous, b: next, change: false, ...at, score: 0 });
    return;
  }
  const [held, ...others] = inside;
  if (versus && held?.cond.k === "time" && others.length === 0 && times.length === 1) {
    const { start, end, cond } = held;
    pool.drop(held);
    pool.put(
      { cat: "pred", members: cond.members, start, end, score: 0 },
      { cat: "compare", a: cond.time, b: next, change: false, start, end, score: 0 },
    );
    return;
  }
  if (old.length === 0 && inside.length > 0) {
    pool.take("cond", (item) => inside.includes(item));
    pool.put(
      ...inside.map(
        (item): Item =>
          item.cond.k === "time" ? { ...item, cond: { ...item.cond, time: next } } : item,
      ),
    );
    return;
  }
  const days = times.length === 1 ? daysOfWeeks(next, old) : null;
  if (days) {
    pool.take("time", ({ time: was }) => was.k === "recurring");
    pool.put({ ...first, time: days, ...at });
    return;
  }
  const staysWithin = next.k !== "recurring" && !(next.k === "days" && next.unit === "day");
  pool.take("time", ({ time: was }) => !(staysWithin && was.k === "recurring")); // "and in August?"
  pool.take("compare");
  pool.put({ ...first, time: next, ...at }, ...times.slice(1));
}

/** "And on weekdays?", "ok and Monday to Friday?": other days of the period that was asked about; null where none was. */
function daysOfWeeks(next: TimeSpan, old: readonly ItemOf<"time">[]): TimeSpan | null {
  const isBounded = old.some(({ time }) => time.k === "days" || time.k === "rolling");
  const hadDays = old.some(({ time }) => time.k === "recurring" && time.grain === "weekday");
  if (next.k === "recurring") return isBounded || hadDays ? next : null;
  if (next.k !== "days" || !next.weekdays || !hadDays) return null;
  return { k: "recurring", grain: "weekday", values: next.weekdays, label: next.label };
}
