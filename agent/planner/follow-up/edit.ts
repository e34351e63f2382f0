import { Pool } from "../assemble/pool.ts";
import { isOfContact } from "../assemble/unbound-contact.ts";
import type { Cond } from "../parse/items.ts";
import { usageLike } from "../parse/parts.ts";
import type { Reading } from "../read.ts";
import type { TimeContext } from "../time/span.ts";
import { editAmounts } from "./edit-amounts.ts";
import { editAsks } from "./edit-asks.ts";
import { editNouns } from "./edit-nouns.ts";
import { refuseOfRanked, widen } from "./edit-scope.ts";
import { editShape, showRows, unrankOne } from "./edit-shape.ts";
import { editTimes } from "./edit-times.ts";
import { editValues } from "./edit-values.ts";
import { asksForRows } from "./is-follow-up.ts";
import { rankGroups } from "./ranked-anew.ts";

/** The items of the earlier question, changed as the later one says. */
export function edit(earlier: Reading, later: Reading, time: TimeContext): Reading {
  const words = [...earlier.words, ...later.words];
  const offset = earlier.words.length;
  const pool = new Pool(earlier.items);
  const fresh = new Pool(
    later.items.map((item) => ({ ...item, start: item.start + offset, end: item.end + offset })),
  );
  if (asksForRows(later.words)) showRows(pool, fresh);
  else {
    refuseOfRanked(pool, fresh);
    widen(pool, fresh, later.words);
    editAsks(pool, fresh);
    editTimes(pool, fresh, time);
    rankGroups(pool, fresh);
    editNouns(pool, fresh, later.words);
    unrankOne(pool, fresh);
    editValues(pool, fresh, later.words);
    editAmounts(pool, fresh);
    editMetrics(pool, fresh);
    editShape(pool, fresh, fresh.has("instead") || asksAnew(fresh), words);
    editConditions(pool, fresh);
    showDates(fresh, words);
    pool.put(...fresh.items.filter((item) => item.cat !== "filler" && !isLight(item)));
  }
  return {
    ...later,
    items: [...pool.items],
    words,
    raws: [...earlier.raws, ...later.raws],
    corrections: [...earlier.corrections, ...later.corrections],
  };
}

/** "How often does each factor come up": a question with its own split. */
function asksAnew(fresh: Pool): boolean {
  return fresh.asks("often") !== undefined || fresh.asks("count") !== undefined;
}

/** Words that only joined the turn to the one before; all others say something of the rows. */
function isLight(item: Pool["items"][number]): boolean {
  return item.cat === "word" && JOINING.has(item.word);
}

const JOINING: ReadonlySet<string> = new Set(
  "and or only same instead insteadOf pronoun of to still also have with include drop between each".split(
    " ",
  ),
);

/** "also show last seen": a date without a time is something to see; "which of them are silent?" is not. */
function showDates(fresh: Pool, words: readonly string[]): void {
  if (
    ["time", "duration", "ageop", "neg"].some((cat) => fresh.items.some((item) => item.cat === cat))
  )
    return;
  const isDate = ({ start, end }: { readonly start: number; readonly end: number }) =>
    !isOfContact(words.slice(start, end).join(" "));
  for (const { members, start, end } of fresh.take("pred", isDate))
    fresh.put({ cat: "column", members, start, end, score: 0 });
}

function editMetrics(pool: Pool, fresh: Pool): void {
  const metrics = fresh.take("metric");
  if (metrics.length === 0) return;
  if (metrics.every(({ metric }) => usageLike(metric))) usageInstead(pool);
  const agg = pool
    .peek("metric")
    .map((item) => item.agg)
    .find((one) => one !== undefined);
  pool.take("metric");
  pool.put(...metrics.map((item) => (agg && !item.agg ? { ...item, agg } : item)));
}

/** "And usage?" after rejects: of the same SIMs and the same time, and no longer of those rows. */
function usageInstead(pool: Pool): void {
  const isOfSims = ({ view, weak }: { view: string; weak?: boolean }) => weak || view === "sims";
  if (pool.peek("metric").length > 0) return;
  const rows = pool.take("noun", (noun) => !isOfSims(noun));
  if (rows.length > 0) pool.take("ask");
}

function editConditions(pool: Pool, fresh: Pool): void {
  for (const cond of fresh.take("cond")) {
    pool.take("cond", (old) => sameKind(old.cond, cond.cond));
    pool.put(cond);
  }
}

function sameKind(a: Cond, b: Cond): boolean {
  if (a.k === "metric" && b.k === "metric") return a.metric === b.metric;
  if ((a.k === "time" || a.k === "age") && (b.k === "time" || b.k === "age"))
    return a.members[0] === b.members[0];
  return false;
}
