import type { Query } from "#query/query.ts";
import { partsOf } from "../parse/compose.ts";
import type { Item } from "../parse/items.ts";
import { Trouble } from "./trouble.ts";

/**
 * "Which customer had the most alerts, and what share of all alerts is that": the question for the leader
 * alone, where the rest only asks for its part of the whole; null for anything else.
 */
export function leaderAlone(items: readonly Item[]): Item[] | null {
  const [ask, ...more] = items.filter(isShare);
  if (!ask || more.some((other) => !isUnit(other, items))) return null;
  const start = startOfTail(items, ask.start);
  const head = items.filter((item) => item.start < start);
  const tail = items.filter((item) => item.start >= start && !isShare(item));
  const isJoined = items.some(
    ({ cat, end, start: at }) => end <= ask.start && at >= start && cat !== "ask",
  );
  if (!isJoined || !head.some(isLeading)) return null;
  const others = tail.filter((item) => !isOfWhole(item, head));
  if (others.length > 0 && others.every((item) => item.cat === "noun"))
    throw new Trouble("A share of all of them, or of those that were named first?", "count");
  return others.length === 0 ? head : null;
}

function isShare(item: Item): boolean {
  return item.cat === "ask" && (item.what === "share" || item.what === "percent");
}

/** "…, in %": how the share is shown. */
function isUnit(ask: Item, items: readonly Item[]): boolean {
  return items.every((item) => item.end <= ask.end || item.cat === "filler");
}

/** Back over "and what". */
function startOfTail(items: readonly Item[], ask: number): number {
  const before = items.find(
    (item) =>
      item.end === ask &&
      (item.cat === "filler" ||
        (item.cat === "word" && (item.word === "and" || item.word === "pronoun")) ||
        (item.cat === "ask" && item.what === "which")),
  );
  return before ? startOfTail(items, before.start) : ask;
}

function isLeading(item: Item): boolean {
  if (item.cat === "bundle") return item.parts.some((part) => part.cat === "superlative");
  return item.cat === "superlative" || item.cat === "top" || item.cat === "vague";
}

const POINTING = new Set(["is", "pronoun", "of", "and", "have", "also", "took"]);

/** "Of all of them", "of the total", "of all alerts": nothing that is not said of the leader too. */
function isOfWhole(item: Item, head: readonly Item[]): boolean {
  if (item.cat === "filler" || (item.cat === "ask" && item.what === "which")) return true;
  if (item.cat === "word") return POINTING.has(item.word);
  if (item.cat === "agg") return item.agg === "sum";
  const said = head.flatMap(partsOf);
  if (item.cat === "metric") {
    const metrics = said.filter((one) => one.cat === "metric");
    return metrics.every(({ metric }) => metric === item.metric);
  }
  if (item.cat !== "noun") return false;
  if (item.weak) return item.conds.length === 0;
  const same = said.filter((one) => one.cat === "noun" && one.view === item.view);
  if (same.length === 0) return item.conds.length === 0;
  return same.every(
    (one) => one.cat === "noun" && JSON.stringify(one.conds) === JSON.stringify(item.conds),
  );
}

/** The leader with its part of the whole beside its figure. */
export function withShare(query: Query): Query {
  const [first, ...others] = query.measures ?? [];
  const isPlain = first !== undefined && others.length === 0 && !query.having && !query.firstPer;
  if (query.groupBy?.some(({ member }) => member === "sims.tags"))
    throw new Trouble("A SIM may have several tags, so they are no parts of a whole.", "count");
  const isMoney = query.groupBy?.some(({ member }) => member.endsWith("currency"));
  if (!isPlain || isMoney || !query.groupBy?.length)
    throw new Trouble("A share of what, and who leads by which figure?", "count");
  return {
    ...query,
    measures: [first, { as: "percent", measure: { share: first.measure } }],
  };
}
