import type { Item } from "../parse/items.ts";
import type { TimeContext, TimeSpan } from "../time/span.ts";
import type { Pool } from "./pool.ts";

/**
 * "Ran out of data last week": what is over is told by the events; the outlook only knows the days to
 * come. Of messages no event tells that they ran out, so that stays a question of the outlook.
 */
export function settleRanOut(pool: Pool, words: readonly string[], time: TimeContext): void {
  for (const item of pool.peek("cond")) {
    const { cond } = item;
    if (cond.k !== "time" || !cond.members.includes("outlook_data.exhaustion_date")) continue;
    const hasHappened = isTold(item, words) && hasBegun(cond.time, time);
    if (!isOver(cond.time, time) && !hasHappened) continue;
    const { start, end } = item;
    toEvents(pool, item);
    pool.put({ cat: "time", time: cond.time, start, end, score: 0 });
  }
  const isInPast = pool.peek("time").some((item) => isOver(item.time, time));
  if (!isInPast || pool.peek("noun", ({ view }) => view !== "sims").length > 0) return;
  for (const item of pool.peek("value", ({ dim, cond }) => dim === "over_quota" && !cond.negated))
    if (isTold(item, words)) toEvents(pool, item);
}

function toEvents(pool: Pool, item: Item): void {
  const { start, end } = item;
  pool.drop(item);
  pool.take("metric", ({ metric, start: at }) => metric === "quota" && at >= end && at - end <= 1);
  pool.put({ cat: "cond", cond: { k: "related", noun: EXHAUSTED }, start, end, score: 0 });
}

/** Said of what happened, not of how things stand or will. */
function isTold({ start, end }: Item, words: readonly string[]): boolean {
  const said = words.slice(Math.max(0, start - 3), end).join(" ");
  return TOLD.test(said) && !/\b(?:will|going|to|be|about)\b/.test(said);
}

const TOLD =
  /\b(?:ran|exhausted|used up|depleted|burned|burnt|finished|maxed|(?:has|have|had|already) run)\b/;

const EXHAUSTED = {
  cat: "noun",
  view: "connection_events",
  conds: [
    {
      k: "value",
      said: "quota exhausted",
      options: [
        {
          view: "connection_events",
          dim: "event_type",
          filter: { member: "connection_events.type", op: "eq", value: "quota_exhausted" },
        },
      ],
    },
  ],
} as const;

function hasBegun(span: TimeSpan, { today }: TimeContext): boolean {
  return span.k === "days" && span.from !== undefined && span.from <= today;
}

function isOver(span: TimeSpan, { today }: TimeContext): boolean {
  if (span.k === "rolling") return span.direction === "past" && !span.within;
  return span.k === "days" && !span.ahead && span.to !== undefined && span.to <= today;
}
