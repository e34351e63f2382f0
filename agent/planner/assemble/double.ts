import type { Item, ItemOf } from "../parse/items.ts";

const ASKS = ["count", "much", "percent", "share"];

/**
 * "How many came, and how many of these are open", "how many texts went out and what share was delivered":
 * two questions about the same rows, each with what it takes from the other; null for one question.
 */
export function halves(items: readonly Item[], words: readonly string[]): [Item[], Item[]] | null {
  const asks = items.filter(
    (item): item is ItemOf<"ask"> => item.cat === "ask" && ASKS.includes(item.what),
  );
  const [first, second] = asks;
  if (!first || !second || asks.length !== 2 || first.what !== "count") return null;
  if (second.what !== "count" && !isJoined(items, second)) return null;
  const a = items.filter((item) => item.start < second.start);
  const own = items.filter((item) => item.start >= second.start && !isThatDay(item, words));
  const isSplit = (item: Item) => item.cat === "group";
  if (a.some(isSplit) || own.some(isSplit) || own.some((item) => item.cat === "by")) return null;
  const pointsBack =
    own.some((item) => item.cat === "word" && item.word === "pronoun") ||
    OF_WHICH.test(words.slice(Math.max(0, second.start - 4), second.start).join(" "));
  const isPart = pointsBack || second.what !== "count";
  return [firstHalf(a, own, pointsBack), secondHalf(a, own, isPart)];
}

const OF_WHICH = /\b(?:of|among|out of) (?:which|whom|those|these|them)\b|\bthereof\b/;

/** "…, and what share": a question that goes on. */
function isJoined(items: readonly Item[], ask: Item): boolean {
  return items.some(
    (item) =>
      item.cat === "word" &&
      item.word === "and" &&
      item.end <= ask.start &&
      ask.start - item.end <= 1,
  );
}

/** "How many critical and how many high alerts are open": what is counted may come with the second. */
function firstHalf(a: readonly Item[], own: readonly Item[], pointsBack: boolean): Item[] {
  const half = [...a];
  const noun = own.find(isRows);
  if (!a.some(isRows) && noun?.cat === "noun" && !a.some((item) => item.cat === "dim")) {
    half.push({ ...noun, conds: [] });
    half.push(...own.filter((item) => item.start >= noun.end && isSaid(item)));
  }
  const isOfEvents = half.some((item) => item.cat === "noun" && !item.weak && item.view !== "sims");
  if ((!pointsBack || isOfEvents) && timesOf(half).length === 0) half.push(...timesOf(own));
  return half;
}

function secondHalf(a: readonly Item[], own: readonly Item[], isPart: boolean): Item[] {
  const half = [...own];
  const hasOwnRows = own.some(isRows) || own.some((item) => item.cat === "metric");
  if (!own.some(isRows)) half.push(...a.filter((item) => item.cat === "noun"));
  if (isPart) {
    const isOfTime = (item: Item) => item.cat === "time" && hasOwnRows && timesOf(own).length > 0;
    half.push(...a.filter((item) => isSaid(item) && !isOfTime(item)));
    if (!hasOwnRows || timesOf(own).length === 0)
      half.push(...a.filter((item) => item.cat === "pred"));
    return half;
  }
  if (!own.some(isOwner)) half.push(...a.filter(isOwner));
  if (!hasOwnRows && !own.some(isText)) half.push(...a.filter(isText)); // "texts with X, and how many were delivered"
  if (timesOf(own).length === 0) half.push(...timesOf(a));
  return half;
}

/** "How many SIMs does QuickVend have, and how many open tickets": whose, of both. */
const isOwner = (item: Item) =>
  item.cat === "value" && !item.cond.negated && ["customer", "sim"].includes(item.dim ?? "");

const isText = (item: Item) => item.cat === "quote";
const isRows = (item: Item) => item.cat === "noun" && !item.weak;
const isSaid = (item: Item) => ["value", "cond", "time"].includes(item.cat);

function timesOf(items: readonly Item[]): ItemOf<"time">[] {
  return items.flatMap((item): ItemOf<"time">[] => {
    if (item.cat === "time") return [item];
    if (item.cat === "cond" && item.cond.k === "time")
      return [{ cat: "time", time: item.cond.time, start: item.start, end: item.end, score: 0 }];
    return [];
  });
}

function isThatDay(item: Item, words: readonly string[]): boolean {
  return item.cat === "grain" && ["that", "same"].includes(words[item.start - 1] ?? "");
}
