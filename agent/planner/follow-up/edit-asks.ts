import type { Pool } from "../assemble/pool.ts";
import { removeGroups } from "./edit-shape.ts";

/** What is asked of the rows now: a number of them, or a total, in place of what was asked before. */
export function editAsks(pool: Pool, fresh: Pool): void {
  const counts = fresh.asks("count") ?? fresh.asks("often");
  if (counts) {
    pool.take("ask", ({ what }) =>
      ["list", "which", "exists", "count", "often", "percent", "share"].includes(what),
    );
    countSims(pool, fresh);
  } else rowsInstead(pool, fresh);
  inTotal(pool, fresh);
}

/** "and list those on 2G", "which cards had them?" after a number: the rows, no longer how many. */
function rowsInstead(pool: Pool, fresh: Pool): void {
  const named = fresh.peek("noun", (noun) => !noun.weak).length > 0;
  const isOfThem = fresh.peek("word", ({ word }) => word === "pronoun").length > 0;
  const isWhich = fresh.asks("which") && (named || (isOfThem && fresh.peek("cond").length > 0));
  const counted = pool.asks("count") ?? pool.asks("often");
  const isOther = fresh.peek("group").length > 0 || fresh.peek("dim").length > 0;
  if (!(fresh.asks("list") || isWhich) || !counted || isOther) return;
  if (pool.peek("metric").length > 0) return;
  pool.drop(counted);
  for (const kind of ["dim", "sim", "grain"] as const) removeGroups(pool, kind);
  pool.take("grain");
}

/** "and the number of SIMs?" after a figure of theirs: which of them count was not said. */
function countSims(pool: Pool, fresh: Pool): void {
  const ask = fresh.asks("count");
  const [sims] = fresh.peek("noun", (noun) => noun.view === "sims" && !noun.weak);
  if (!ask || !sims || sims.start - ask.end > 1 || pool.peek("metric").length === 0) return;
  fresh.put({ cat: "vague", topic: "doing", start: ask.start, end: sims.end, score: 0 });
}

/** "and in total?": one figure for all. */
function inTotal(pool: Pool, fresh: Pool): void {
  const sums = fresh.peek("agg", ({ agg }) => agg === "sum");
  const isOther = fresh.items.some((item) => !["agg", "word", "filler", "ask"].includes(item.cat));
  const isNew = fresh.peek("ask", ({ what }) => what !== "count" && what !== "much").length > 0;
  if (sums.length === 0 || isOther || isNew) return;
  removeGroups(pool, "dim");
  removeGroups(pool, "sim");
  removeGroups(pool, "grain");
  for (const cat of ["grain", "top", "superlative", "order"] as const) pool.take(cat);
}
