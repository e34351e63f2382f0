import type { ItemOf } from "../parse/items.ts";
import { startOf, step } from "../time/calendar.ts";
import type { TimeContext, TimeSpan } from "../time/span.ts";
import type { Pool } from "./pool.ts";

/** "For each of the last five days", "in each of the last three months": one figure for each, of whole days, weeks and months. */
export function settleEachOf(pool: Pool, words: readonly string[], time: TimeContext): void {
  for (const by of pool.peek("by", ({ all }) => !all)) {
    const [several] = pool.peek(
      "time",
      ({ start }) => start >= by.end && start - by.end <= MAX_GAP,
    );
    const isOf = words.slice(by.start, several?.end).join(" ").includes("each of ");
    const grain = several && grainOf(several);
    if (!several || !isOf || !grain) continue;
    pool.drop(by);
    pool.drop(several);
    const { start, end } = several;
    pool.put(
      { ...several, time: whole(several.time, grain, time) },
      { cat: "grain", grain, adjective: true, start, end, score: 0 },
    );
  }
}

const MAX_GAP = 2;

function grainOf({ time }: ItemOf<"time">): "day" | "week" | "month" | null {
  if (time.k !== "rolling" || time.amount < 2) return null;
  const { unit } = time;
  return unit === "day" || unit === "week" || unit === "month" ? unit : null;
}

function whole(span: TimeSpan, grain: "day" | "week" | "month", { today }: TimeContext): TimeSpan {
  if (span.k !== "rolling" || span.direction !== "past") return span;
  const to = startOf(grain, today);
  return { k: "days", from: step(to, grain, -span.amount), to, unit: "span", label: span.label };
}
