import { isList } from "#query/mode.ts";
import type { Query } from "#query/query.ts";
import type { Item, ItemOf } from "../parse/items.ts";

/** "How many came, and how many of these are open": two counts over the same rows; null for one question. */
export function halves(items: readonly Item[], words: readonly string[]): [Item[], Item[]] | null {
  const counts = items.filter((item) => item.cat === "ask" && item.what === "count");
  const [first, second] = counts;
  if (!first || !second || counts.length !== 2) return null;
  const a = items.filter((item) => item.start < second.start);
  const own = items.filter((item) => item.start >= second.start && !isThatDay(item, words));
  if (
    a.some((item) => item.cat === "group") ||
    own.some((item) => item.cat === "group") ||
    own.some((item) => item.cat === "by")
  )
    return null;
  const hasNoun = own.some((item) => item.cat === "noun" && !item.weak);
  const hasTime = own.some(
    (item) => item.cat === "time" || (item.cat === "cond" && item.cond.k === "time"),
  );
  const isTimed = (part: readonly Item[]) => timesOf(part).length > 0;
  if (!isTimed(a)) a.push(...timesOf(own));
  const pointsBack = own.some((item) => item.cat === "word" && item.word === "pronoun");
  const b = [...own];
  if (!hasNoun) b.push(...a.filter((item) => item.cat === "noun"));
  if (pointsBack) b.push(...a.filter((item) => ["value", "cond", "time"].includes(item.cat)));
  else if (!hasTime) b.push(...timesOf(a));
  return [a, b];
}

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

/** Two counts as two measures of one query; null where they are not of the same rows. */
export function together(a: Query, b: Query): Query | null {
  const [first, second] = [a.measures?.[0], b.measures?.[0]];
  const simple = [a, b].every(
    (query) => !isList(query) && !query.groupBy && !query.having && query.measures?.length === 1,
  );
  if (!simple || !first || !second || a.from !== b.from) return null;
  const counted = (query: Query) => ({
    agg: "count" as const,
    ...(query.where ? { where: query.where } : {}),
  });
  return {
    from: a.from,
    measures: [
      { as: first.as, measure: counted(a) },
      { as: `${second.as}_of_these`.slice(0, 40), measure: counted(b) },
    ],
  };
}
