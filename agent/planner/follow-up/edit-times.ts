import type { Pool } from "../assemble/pool.ts";
import type { Item } from "../parse/items.ts";
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
      ? (before(previous, first.time.unit, time) ?? first.time)
      : first.time;
  const at = { start: old[0]?.start ?? first.start, end: old[0]?.end ?? first.end };
  const [versus] = fresh.take("versusword");
  if (versus && previous && old.length === 1 && times.length === 1) {
    pool.take("time");
    pool.put({ cat: "compare", a: previous, b: next, change: false, ...at, score: 0 });
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
  pool.take("time");
  pool.take("compare");
  pool.put({ ...first, time: next, ...at }, ...times.slice(1));
}
