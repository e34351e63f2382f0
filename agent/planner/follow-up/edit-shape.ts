import type { Pool } from "../assemble/pool.ts";
import type { Item, ItemOf } from "../parse/items.ts";

/** Groups, grains, how many rows, their order, the unit, the aggregate. */
export function editShape(
  pool: Pool,
  fresh: Pool,
  isInstead: boolean,
  words: readonly string[],
): void {
  const grains = fresh.take("grain");
  if (grains.length > 0) {
    pool.take("grain");
    removeGroups(pool, "grain");
    pool.put(...grains);
  }
  for (const group of fresh.take("group")) {
    if (group.groups.some((one) => one.k === "grain")) {
      pool.take("grain");
      removeGroups(pool, "grain");
    }
    if (isInstead) {
      removeGroups(pool, "dim");
      removeGroups(pool, "sim");
    }
    pool.put(group);
  }
  turnAround(pool, fresh);
  fewOfThem(pool, fresh, words);
  firstOfThem(pool, fresh, words);
  const ranks = [...fresh.take("top"), ...fresh.take("superlative")];
  if (ranks.length > 0) {
    pool.take("top");
    pool.take("superlative");
    pool.put(...ranks);
  }
  for (const cat of ["order", "unit", "agg"] as const) {
    const found = fresh.take(cat);
    if (found.length === 0) continue;
    pool.take(cat);
    pool.put(...(cat === "agg" ? aggregated(pool, found) : found));
  }
}

/** "Top 5 customers", then "only Acme, by country": one of them is no ranking, and what it is split by is all there is. */
export function unrankOne(pool: Pool, fresh: Pool): void {
  const [value] = fresh.peek("value", ({ cond }) => !cond.negated);
  const dim = value?.dim;
  if (dim === undefined || pool.peek("top").length === 0 || !isGroupedBy(pool, dim)) return;
  pool.take("top");
  pool.take("superlative");
  if (fresh.peek("group").length === 0) return;
  removeGroups(pool, "dim");
  pool.take("dim", (item) => item.dim === dim);
}

function isGroupedBy(pool: Pool, dim: string): boolean {
  const isGrouped = pool
    .peek("group")
    .some(({ groups }) => groups.some((one) => one.k === "dim" && one.dim === dim));
  return isGrouped || pool.peek("dim", (item) => item.dim === dim).length > 0;
}

/** "the median instead": of a figure that was averaged, the new aggregate; what is left stands by itself. */
function aggregated(pool: Pool, found: Item[]): Item[] {
  const [agg] = found;
  const old = pool.peek("metric", (item) => item.agg !== undefined);
  if (agg?.cat !== "agg" || old.length === 0) return found;
  for (const metric of old) {
    pool.drop(metric);
    pool.put({ ...metric, agg: agg.agg });
  }
  return [];
}

/** "and the lowest?" of a ranking is its other end. */
function turnAround(pool: Pool, fresh: Pool): void {
  const isRanked = pool.peek("top").length + pool.peek("superlative").length > 0;
  const [agg] = fresh.peek("agg", (item) => item.agg === "max" || item.agg === "min");
  if (!agg || !isRanked || fresh.peek("metric").length > 0) return;
  fresh.drop(agg);
  const direction = agg.agg === "max" ? "desc" : "asc";
  for (const item of [...pool.take("top"), ...pool.take("superlative")])
    pool.put({ ...item, direction });
}

/** "Show me 20", "only the first 5" of a list: so many of its rows, in the order that they have. */
function fewOfThem(pool: Pool, fresh: Pool, words: readonly string[]): void {
  const isFigure =
    pool.peek("metric").length + pool.peek("group").length + pool.peek("grain").length > 0 ||
    pool.asks("count") !== undefined;
  const isRanked = pool.peek("top").length + pool.peek("superlative").length > 0;
  const [noun, ...others] = pool.peek("noun", ({ weak }) => !weak);
  const isOther = fresh.items.some(({ cat }) => !FEW.has(cat));
  const [number, ...more] = fresh.peek("number");
  if (isOther || more.length > 0) return;
  if (isRanked && number) {
    fresh.drop(number);
    const { value: n, start, end } = number;
    for (const item of pool.take("top")) pool.put({ ...item, n });
    if (pool.peek("top").length === 0)
      pool.put({
        cat: "top",
        n,
        direction: pool.peek("superlative")[0]?.direction ?? "desc",
        start,
        end,
        score: 0,
      });
    return;
  }
  const [first] = fresh.peek("superlative", isDated);
  const [top] = fresh.peek(
    "top",
    ({ n, start, end }) =>
      n !== undefined && first !== undefined && words.slice(start, end).includes("first"),
  );
  const n = top?.n ?? number?.value;
  if (isFigure || isRanked || !noun || others.length > 0 || n === undefined) return;
  fresh.take("top");
  fresh.take("superlative");
  fresh.take("number");
  const { start } = noun;
  pool.take("number", ({ end }) => end === start);
  pool.drop(noun);
  pool.put({ ...noun, plural: true }, { cat: "number", value: n, start, end: start, score: 0 });
}

const FEW: ReadonlySet<Item["cat"]> = new Set<Item["cat"]>([
  "top",
  "superlative",
  "number",
  "ask",
  "word",
  "filler",
  "noun",
]);

/** "the first 3": of the order that there is. */
function firstOfThem(pool: Pool, fresh: Pool, words: readonly string[]): void {
  const [top] = fresh.peek("top", (item) => item.n !== undefined);
  const [first] = fresh.peek(
    "superlative",
    (item) => item.direction === "asc" && item.members?.length === 0,
  );
  refuseLastOfRanking(pool, fresh);
  if (!top || !first || !words.slice(first.start, first.end).includes("first")) return; // "the oldest 3" have a date
  const old = [...pool.peek("top"), ...pool.peek("superlative"), ...pool.peek("order")][0];
  fresh.drop(first);
  fresh.drop(top);
  fresh.put({ ...top, direction: old?.direction ?? "desc" });
}

/** "the last 3" of a ranking: its end, or the latest of its rows? */
function refuseLastOfRanking(pool: Pool, fresh: Pool): void {
  const isRanked = pool.peek("top").length > 0 && pool.peek("superlative", isDated).length === 0;
  const [last] = fresh.peek("superlative", (item) => isDated(item) && item.direction === "desc");
  if (!isRanked || !last || fresh.peek("top").length === 0) return;
  fresh.put({ cat: "vague", topic: "other", start: last.start, end: last.end, score: 0 });
}

function isDated({ members }: ItemOf<"superlative">): boolean {
  return members?.length === 0;
}

export function removeGroups(pool: Pool, kind: "grain" | "dim" | "sim"): void {
  for (const group of pool.take("group")) {
    const groups = group.groups.filter((one) => one.k !== kind);
    if (groups.length > 0) pool.put({ ...group, groups });
  }
}

/** "which ones?", "list them": the rows instead of their number; the SIMs behind a sum. */
export function showRows(pool: Pool, fresh: Pool): void {
  const counts = pool.take("ask", (item) =>
    ["count", "often", "percent", "share", "exists"].includes(item.what),
  );
  const [count] = counts;
  if (pool.peek("metric").length === 0) {
    pool.take("group");
    pool.take("grain");
  } else if (pool.peek("group").length === 0) {
    const at = pool.items.at(-1)?.end ?? 0;
    pool.put({ cat: "group", groups: [{ k: "sim" }], start: at, end: at, score: 0 });
  }
  const at = { start: count?.start ?? 0, end: count?.end ?? 0, score: 0 };
  pool.put({ cat: "ask", what: "which", ...at } satisfies Item);
  pool.put(...fresh.items.filter(({ cat }) => SHOWN.has(cat)));
}

/** "list them with customer and plan": what is to be seen of each. */
const SHOWN: ReadonlySet<Item["cat"]> = new Set<Item["cat"]>(["dim", "metric", "column", "order"]);
