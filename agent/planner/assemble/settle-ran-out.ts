import type { Member } from "#query/query.ts";
import type { ItemOf, NounSem } from "../parse/items.ts";
import type { TimeContext, TimeSpan } from "../time/span.ts";
import type { Pool } from "./pool.ts";

/**
 * "Ran out of data last week": what is over is told by the events; the outlook only knows the days to
 * come. Of messages no event tells that they ran out, so that stays a question of the outlook.
 */
export function settleRanOut(pool: Pool, words: readonly string[], time: TimeContext): void {
  willExceed(pool, words);
  for (const item of pool.peek("cond")) {
    const { cond } = item;
    if (cond.k !== "time" || !cond.members.includes("outlook_data.exhaustion_date")) continue;
    const hasHappened = isTold(item, words) && hasBegun(cond.time, time);
    if (!isOver(cond.time, time) && !hasHappened) continue;
    const { start, end } = item;
    const isAlone = pool.peek("time").length === 0;
    toEvents(pool, item, isAlone ? null : cond.time);
    if (isAlone) pool.put({ cat: "time", time: cond.time, start, end, score: 0 });
  }
  haveRunOut(pool, words);
  const isInPast = pool.peek("time").some((item) => isOver(item.time, time));
  if (!isInPast || pool.peek("noun", ({ view }) => view !== "sims").length > 0) return;
  for (const item of pool.peek("value", ({ dim, cond }) => dim === "over_quota" && !cond.negated))
    if (isTold(item, words)) toEvents(pool, item, null);
}

/** "have run out", at no time that is named: nothing is left now. */
function haveRunOut(pool: Pool, words: readonly string[]): void {
  if (pool.peek("time").length > 0 || pool.asks("when")) return;
  const said = [...pool.peek("pred"), ...pool.peek("column")];
  for (const item of said.filter(({ members }) => members[0] === "outlook_data.exhaustion_date")) {
    if (!isTold(item, words)) continue;
    const { start, end } = item;
    const quantity = { value: 0, unit: "bytes", said: "nothing" } as const;
    pool.drop(item);
    pool.put({
      ...{ cat: "cond", start, end, score: 0 },
      cond: { k: "metric", metric: "data_remaining", op: "lte", quantity },
    });
  }
}

/** "predicted to exceed their quota within 5 days": that they run out of it, as nothing is used yet. */
function willExceed(pool: Pool, words: readonly string[]): void {
  const said = words.join(" ");
  if (!/\b(?:will|going to|predicted to|expected to|forecast to|likely to|about to)\b/.test(said))
    return;
  const [span, ...others] = pool.peek("time");
  const [bound] = pool.peek(
    "cond",
    ({ cond }) => cond.k === "versus" && cond.a === "quota_used" && cond.b === "quota",
  );
  if (!bound || !span || others.length > 0 || span.start < bound.end) return;
  pool.drop(bound);
  pool.drop(span);
  pool.take("word", ({ word }) => word === "expected" || word === "future");
  const { start, end } = bound;
  const members: Member[] = ["outlook_data.exhaustion_date"];
  pool.put({ cat: "cond", cond: { k: "time", members, time: span.time }, start, end, score: 0 });
}

/** `within`: when they ran out, where another time is said of something else. */
function toEvents(pool: Pool, item: ItemOf<"cond" | "value">, within: TimeSpan | null): void {
  const { start, end } = item;
  const noun: NounSem = within
    ? { ...EXHAUSTED, conds: [...EXHAUSTED.conds, { k: "time", members: OCCURRED, time: within }] }
    : EXHAUSTED;
  const negated = item.cond.negated === true;
  pool.drop(item);
  pool.take("metric", ({ metric, start: at }) => metric === "quota" && at >= end && at - end <= 1);
  pool.put({ cat: "cond", cond: { k: "related", noun, negated }, start, end, score: 0 });
}

/** Said of what happened, not of how things stand or will. */
function isTold(
  { start, end }: ItemOf<"cond" | "value" | "pred" | "column">,
  words: readonly string[],
): boolean {
  const said = words.slice(Math.max(0, start - 4), end).join(" ");
  return TOLD.test(said) && !/\b(?:will|going|to|be|about)\b/.test(said);
}

const TOLD =
  /\b(?:ran|exhausted|used up|depleted|burned|burnt|finished|maxed|(?:has|have|had|already)(?: not| never| any \w+)? run|did(?: not| never)?)\b/;

const OCCURRED: readonly Member[] = ["connection_events.occurred_at"];
const EXHAUSTED: NounSem = {
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
};

function hasBegun(span: TimeSpan, { today, now }: TimeContext): boolean {
  if (span.k === "instants") return span.from !== undefined && span.from <= now.toISOString();
  return span.k === "days" && span.from !== undefined && span.from <= today;
}

function isOver(span: TimeSpan, { today, now }: TimeContext): boolean {
  if (span.k === "instants") return span.to !== undefined && span.to <= now.toISOString();
  if (span.k === "rolling") return span.direction === "past" && !span.within;
  return span.k === "days" && !span.ahead && span.to !== undefined && span.to <= today;
}
