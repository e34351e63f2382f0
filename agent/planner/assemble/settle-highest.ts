import type { Item, ItemOf } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

type Ranked = ItemOf<"agg"> | ItemOf<"metric">;

/**
 * "Which team has the lowest average resolution time", "which category has the longest": one of them is asked for,
 * by that figure of each, and not the highest single value.
 */
export function settleHighest(pool: Pool, words: readonly string[]): void {
  const isExtreme = ({ agg }: { agg?: string | undefined }) => agg === "max" || agg === "min";
  const extremes: Ranked[] = [...pool.peek("agg", isExtreme), ...pool.peek("metric", isExtreme)];
  const [extreme, ...others] = extremes;
  const whose = extreme && askedBefore(pool, extreme, words);
  if (!extreme || others.length > 0 || !whose || pool.peek("metric").length !== 1) return;
  const ways = [...pool.peek("agg"), ...pool.peek("metric", ({ agg }) => agg !== undefined)];
  const isOfAverages = ways.some(({ agg }) => agg === "avg" || agg === "median");
  const isSplit = pool.peek("grain", ({ adjective }) => adjective).length > 0;
  if (ways.length > 2) return;
  const { agg, start } = extreme;
  const isOfDays = isSplit && !isOfAverages; // "the highest daily usage": of one day
  if (!isOfDays) pool.drop(extreme);
  if (extreme.cat === "metric" && !isOfDays) {
    const { agg: _, ...rest } = extreme;
    pool.put(rest);
  }
  pool.put({
    cat: "superlative",
    direction: agg === "max" ? "desc" : "asc",
    start,
    end: start,
    score: 0,
  });
  settlePerSim(pool, whose);
  if (whose.cat !== "noun") return;
  pool.drop(whose);
  pool.put({ ...whose, cat: "group", groups: [{ k: "view", view: whose.view }] });
}

/** "Which category", "the team with": what is asked for, before the figure. */
function askedBefore(
  pool: Pool,
  figure: Item,
  words: readonly string[],
): ItemOf<"dim"> | ItemOf<"noun"> | undefined {
  const isAsked = ({ start, end }: Item) =>
    start < figure.start &&
    (/^(?:which|what)$/.test(words[start - 1] ?? "") ||
      (start <= 1 && /^(?:with|that|who|having)$/.test(words[end] ?? "")));
  const isSplit = pool
    .peek("group")
    .some(({ groups }) => groups.some(({ k }) => k === "dim" || k === "view"));
  if (isSplit) return undefined;
  return (
    pool.peek("dim", isAsked)[0] ??
    pool.peek(
      "noun",
      (noun) => noun.view === "alert_rules" && noun.conds.length === 0 && isAsked(noun),
    )[0]
  );
}

/** "Which plan has the highest usage per SIM": what a SIM of each uses on average. */
function settlePerSim(pool: Pool, whose: Item): void {
  const isSims = ({ groups }: ItemOf<"group">) => groups.every(({ k }) => k === "sim");
  const hasWay = pool.peek("agg").length > 0 || pool.peek("metric", ({ agg }) => !!agg).length > 0;
  const [perSim] = pool.peek("group", isSims);
  if (perSim && !hasWay)
    pool.put({
      cat: "agg",
      agg: "avg",
      start: perSim.start,
      end: perSim.start,
      score: whose.score,
    });
}
