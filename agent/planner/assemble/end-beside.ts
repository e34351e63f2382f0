import type { Query } from "#query/query.ts";
import type { Item } from "../parse/items.ts";
import { defaultTime } from "./placing.ts";
import { Trouble } from "./trouble.ts";

interface End {
  readonly head: readonly Item[];
  readonly headWords: readonly string[];
  readonly isLast: boolean;
}

const ASKED =
  "(?:from |since )?(?:when|(?:which|what) (?:day|date|time)) (?:is|was|did|were|does)|(?:the )?(?:(?:creation|opening) )?(?:date|day) of";
const DONE = "come in|came in|opened|created|raised|triggered|sent|detected|arrived?|from|fired";
const MARK = new RegExp(
  `^(?<before>.+?) (?:and|,|plus|with|,? and) (?:${ASKED}) (?:the |their |its )?(?<end>oldest|newest|latest|earliest|last|first|most recent|youngest)(?: one| of them| of these)?(?: (?:been |was |were )?(?:${DONE}))?[ .?!]*$`,
);
const LAST = new Set(["newest", "latest", "last", "most recent", "youngest"]);

/**
 * "How many open tickets does each customer have, and when did the oldest one come in": the number of each
 * group, and beside it one of their dates; null for anything else.
 */
export function endBeside(items: readonly Item[], words: readonly string[]): End | null {
  const found = MARK.exec(words.join(" "))?.groups;
  if (!found?.before) return null;
  const length = found.before.split(" ").length;
  const head = items.flatMap((item) => cut(item, length));
  const isSplit = head.some((item) => item.cat === "group");
  const isRows = head.some((item) => item.cat === "noun" && !item.weak);
  if (!isSplit || !isRows || head.some(({ cat }) => cat === "metric")) return null;
  const headWords = words.map((word, at) => (at < length ? word : ","));
  return { head, headWords, isLast: LAST.has(found.end ?? "") };
}

/** "Per customer and the date of …": the split ends where the date begins. */
function cut(item: Item, end: number): Item[] {
  if (item.end <= end) return [item];
  if (item.cat !== "group" || item.start >= end) return [];
  const groups = item.groups.filter(({ k }) => k !== "grain");
  return groups.length > 0 ? [{ ...item, groups, end }] : [];
}

export function withEnd(query: Query, { isLast }: End): Query {
  const [first, ...others] = query.measures ?? [];
  const of = defaultTime(query.from);
  const isCount = first && "agg" in first.measure && first.measure.agg === "count";
  if (!of || !isCount || others.length > 0)
    throw new Trouble(
      "The date of what: each row, or the first or last one of each group?",
      "value",
    );
  const date = {
    as: isLast ? "latest" : "oldest",
    measure: { agg: isLast ? "max" : "min", of },
  } as const;
  return { ...query, measures: [first, date] };
}
