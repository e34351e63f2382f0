import { type MetricName, metricOf } from "../lexicon/metrics.ts";
import { partsOf } from "../parse/compose.ts";
import type { Item, ItemOf } from "../parse/items.ts";
import { type Column, columnOf } from "./request-terms.ts";
import { isState } from "./settle.ts";

/**
 * What a question about rows asks to see of each: "…, with customer and plan", "… I need ICCID, when it
 * happened and in which country". The words of such a list narrow nothing and group by nothing: they
 * are replaced by columns. Other questions are given back as they are.
 */
export function withColumns(all: readonly Item[], words: readonly string[]): readonly Item[] {
  const items = all.toSorted((a, b) => a.start - b.start);
  for (let at = 1; at < items.length; at++) {
    const before = items.slice(0, at);
    if (!opens(items, at, words) || !isAboutRows(before, words)) continue;
    const found = listAt(items, at, words, before);
    if (found) return [...before, ...found];
  }
  return all;
}

/** The list that starts here and goes on to the end, but for a time or an order; null where it is none. */
function listAt(
  items: readonly Item[],
  at: number,
  words: readonly string[],
  before: readonly Item[],
): Item[] | null {
  const columns: Item[] = [];
  const units: Item[] = [];
  let end = at;
  for (; end < items.length; end++) {
    const item = items[end];
    const column = item ? columnOf(items, end, words, before) : null;
    if (!item || column === null) break;
    if (column !== "light") columns.push(asItem(column, item));
    else if (item.cat === "unit" && item.unit !== "day") units.push(item); // "id and hours"
  }
  const rest = items.slice(end);
  const isList = columns.length > 1 || (columns.length === 1 && isMarked(items, at, words));
  return isList && rest.every(isTail) ? [...columns, ...units, ...rest] : null;
}

function asItem(column: Column, { start, end }: Item): Item {
  return { cat: "column", ...column, start, end, score: 0 };
}

const TAIL: readonly Item["cat"][] = ["time", "order", "unit", "filler"];
const isTail = (item: Item) =>
  TAIL.includes(item.cat) || (item.cat === "word" && item.word === "each");

/** Rows, and nothing that adds them up. */
function isAboutRows(items: readonly Item[], words: readonly string[]): boolean {
  if (items.some((item) => item.cat === "metric" && words[item.start] === "total")) return false;
  const said = items.flatMap(partsOf);
  const isHead = said.some(
    (item) =>
      (item.cat === "noun" && (!item.weak || item.conds.length > 0)) ||
      (item.cat === "dim" && isPlans(item)) ||
      item.cat === "cond",
  );
  return isHead && !said.some(addsUp);
}

const isPlans = ({ dim, plural }: { dim: string; plural?: boolean }) =>
  dim === "rate_plan" && plural === true;

const SUMS = ["count", "percent", "share", "often", "much", "long", "distinct"];

function addsUp(item: Item | ItemOf<"bundle">["parts"][number]): boolean {
  switch (item.cat) {
    case "dim":
      return !isPlans(item);
    case "group":
    case "agg":
    case "compare":
    case "change":
    case "silent":
    case "perMany":
      return true;
    case "grain":
      return item.adjective;
    case "ask":
      return SUMS.includes(item.what);
    case "metric":
      return !isOfRow(item.metric);
    case "superlative":
      return item.members === undefined && (item.metric === undefined || !isOfRow(item.metric));
    default:
      return false;
  }
}

function isOfRow(name: MetricName): boolean {
  return isState(name) || !["sim_usage_daily", "forecasts"].includes(metricOf(name).view);
}

const ADDING = new Set(["along", "together", "plus", "+", "incl", "including", "showing", "also"]);
const SIGNS = new Set([",", ":", "-", "(", ".", ";", "?"]);
const OWN = new Set(["their", "its", "the", "his", "who", "whom", "whose", "when", "where"]);

/** "…, and by whom", "and by which team": no split, but one more fact. */
function isByWhom(item: Item, words: readonly string[]): boolean {
  const said = words.slice(item.start, item.end);
  const isMore = said[0] === "and" || words[item.start - 1] === ",";
  if (item.cat === "by") return isMore && /^(?:whom?|which)$/.test(words[item.end] ?? "");
  return item.cat === "group" && isMore && said.includes("which");
}

/** "and by whom", "and until when". */
function owner(words: readonly string[], at: number): string {
  const [first = "", second = ""] = words.slice(at, at + 2);
  return ["by", "to", "until", "since"].includes(first) ? second : first;
}

/** Where a list of columns may start. */
function opens(items: readonly Item[], at: number, words: readonly string[]): boolean {
  const item = items[at];
  if (!item) return false;
  const first = words[item.start] ?? "";
  if (item.cat === "ask") return item.what === "list" || isAsking(items, at);
  if (isByWhom(item, words)) return true;
  if (item.cat === "word" && item.word === "alongside") return true;
  if (item.cat === "word" && item.word === "with") return !ARTICLES.has(words[item.end] ?? "");
  if (ADDING.has(first)) return true;
  if (item.cat === "word" && item.word === "and") return OWN.has(owner(words, item.end));
  return item.cat === "filler" && SIGNS.has(first);
}

/** "with a ticket" is a condition. */
const ARTICLES = new Set(["a", "an", "any", "some", "no", "at"]);

/** "… and when was it last seen": a question of its own about the rows before. */
function isAsking(items: readonly Item[], at: number): boolean {
  const [ask, previous] = [items[at], items[at - 1]];
  if (ask?.cat !== "ask" || !previous) return false;
  return previous.cat === "filler" || (previous.cat === "word" && previous.word === "and");
}

/** A single column needs more than a comma before it. */
function isMarked(items: readonly Item[], at: number, words: readonly string[]): boolean {
  const item = items[at];
  if (!item || (item.cat === "filler" && words[item.start] === ",")) return false;
  const isFigure = items[at + 1]?.cat === "metric"; // "SIMs with data left" are those that have some
  return !(item.cat === "word" && item.word === "with" && isFigure);
}
