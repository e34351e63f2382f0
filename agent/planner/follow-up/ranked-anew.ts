import { Pool } from "../assemble/pool.ts";
import { type Item, unbundled } from "../parse/items.ts";
import type { Reading } from "../read.ts";
import { removeGroups } from "./edit-shape.ts";

const JOINS: ReadonlySet<Item["cat"]> = new Set<Item["cat"]>(["word", "filler", "ask"]);

/** "which SIM used the most?" after a figure of last week: the biggest part of that figure, not of all time. */
export function ranksAnew(earlier: Reading, later: Reading): boolean {
  const before = new Pool(earlier.items);
  const said = unbundled(later.items);
  return (
    before.peek("metric").length + before.peek("noun", ({ weak }) => !weak).length > 0 &&
    said.some(isRank) &&
    said.some(isRanked) &&
    said.every((item) => isOfRanking(item, before))
  );
}

function isOfRanking(item: Item, before: Pool): boolean {
  if (item.cat === "metric")
    return before.peek("metric", ({ metric }) => metric === item.metric).length > 0;
  if (item.cat === "number") return Number.isInteger(item.value); // "which three SIMs"
  return JOINS.has(item.cat) || isRank(item) || isRanked(item);
}

function isRank(item: Item): boolean {
  if (item.cat === "top") return true;
  return item.cat === "superlative" && item.members === undefined && item.metric === undefined;
}

function isRanked(item: Item): boolean {
  if (item.cat === "dim") return true;
  return item.cat === "noun" && item.view === "sims" && item.conds.length === 0;
}

/** What is ranked is what the figure is told apart by; "who" are those that it was told apart by already. */
export function rankGroups(pool: Pool, fresh: Pool): void {
  rankDays(pool, fresh);
  if (!fresh.items.some(isRank) || fresh.items.some((item) => !isOfRanking(item, pool))) return;
  const [ranked] = fresh.items.filter(isRanked);
  if (ranked?.cat !== "noun" && ranked?.cat !== "dim") return;
  fresh.drop(ranked);
  const { start, end } = ranked;
  const isWho = ranked.cat === "noun" && ranked.weak === true;
  const isGrouped = pool.peek("group").length + pool.peek("dim").length > 0;
  if (!isWho || !isGrouped) {
    for (const kind of ["dim", "sim", "grain"] as const) removeGroups(pool, kind);
    for (const cat of ["dim", "grain"] as const) pool.take(cat);
    pool.take("noun", ({ weak, conds }) => weak === true && conds.length === 0);
    const group = ranked.cat === "dim" ? { k: "dim", dim: ranked.dim } : { k: "sim" };
    fresh.put({ cat: "group", groups: [group], start, end, score: 0 } as Item);
  }
  if (pool.peek("metric").length === 0 && !pool.asks("count"))
    pool.put({ cat: "ask", what: "count", start, end: start, score: 0 });
  const [number] = fresh.take("number");
  if (isWho || (ranked.plural && !number)) return;
  const n = number?.value ?? 1;
  for (const { direction, ...at } of fresh.take("superlative"))
    fresh.put({ cat: "top", n, direction, start: at.start, end: at.end, score: 0 });
}

/** "which day was highest?" of a figure per day. */
function rankDays(pool: Pool, fresh: Pool): void {
  const [extreme] = fresh.peek("agg", ({ agg }) => agg === "max" || agg === "min");
  if (!fresh.has("whichDay") || !extreme) return;
  const { agg, start, end } = extreme;
  fresh.drop(extreme);
  fresh.put({
    cat: "superlative",
    direction: agg === "max" ? "desc" : "asc",
    start,
    end,
    score: 0,
  });
  pool.take("grain");
  removeGroups(pool, "grain");
}
