import { conjuncts } from "#query/conjuncts.ts";
import type { Filter, Measure, Query } from "#query/query.ts";
import type { Item } from "../parse/items.ts";
import type { Reading } from "../read.ts";

const NOT_OF_THE_ROWS: ReadonlySet<Item["cat"]> = new Set(["ask", "filler", "order", "column"]);

/** Null where a reading makes no query. */
type QueryOf = (reading: Reading) => Query | null;

/**
 * "suspended fridges" → "how much data did they use last week?": a figure, or rows, of the SIMs that were
 * listed, with what said which SIMs in the place of the pronoun. Null where that would be about other SIMs.
 */
export function ofListedSims(earlier: Reading, later: Reading, queryOf: QueryOf): Reading | null {
  const pronoun = later.items.find((item) => item.cat === "word" && item.word === "pronoun");
  const asksForSims = later.items.some((item) => item.cat === "noun" && item.view === "sims");
  const listed = setOfSims(queryOf(earlier));
  if (!pronoun || asksForSims || !listed) return null;
  const whole = insteadOf(pronoun, earlier, later);
  const asked = queryOf(whole);
  const isOfThem = asked && (asked.measures || asked.from !== "sims");
  return isOfThem && isNarrowedBy(asked, listed) ? whole : null;
}

/** Whether rows of their own that point at listed SIMs ("show their alerts") lost what said which SIMs. */
export function losesListedSims(
  earlier: Reading,
  later: Reading,
  { whole, queryOf }: { readonly whole: Reading; readonly queryOf: QueryOf },
): boolean {
  const points = later.items.some((item) => item.cat === "word" && item.word === "pronoun");
  const hasOwnRows = later.items.some(
    (item) => item.cat === "noun" && !item.weak && item.view !== "sims",
  );
  const listed = points && hasOwnRows ? setOfSims(queryOf(earlier)) : null;
  const asked = listed && queryOf(whole);
  return asked !== null && !isNarrowedBy(asked, listed as Query);
}

/** SIMs that were listed or counted, all of them and not by groups. */
function setOfSims(query: Query | null): Query | null {
  if (query?.from !== "sims" || query.groupBy || query.having || query.limit) return null;
  return (query.measures ?? []).every(({ measure }) => isCount(measure)) ? query : null;
}

function isCount(measure: Measure): boolean {
  return "agg" in measure && measure.agg === "count" && !measure.where && !measure.per;
}

function insteadOf(pronoun: Item, earlier: Reading, later: Reading): Reading {
  const at = pronoun.start;
  const own = later.items.filter((item) => item !== pronoun);
  const said = earlier.items.filter((item) => !NOT_OF_THE_ROWS.has(item.cat));
  return {
    ...later,
    items: [
      ...own.map((item) => (item.start < at ? item : moved(item, earlier.words.length))),
      ...said.map((item) => moved(item, at)),
    ].sort((a, b) => a.start - b.start),
    words: [...later.words.slice(0, at), ...earlier.words, ...later.words.slice(at)],
    raws: [...later.raws.slice(0, at), ...earlier.raws, ...later.raws.slice(at)],
    corrections: [...earlier.corrections, ...later.corrections],
  };
}

/** Every condition of the list must hold for what the figure is over: "in Austria" of SIMs is not that of usage. */
function isNarrowedBy(asked: Query, listed: Query): boolean {
  const held = new Set(conjuncts(asked.where).map(said));
  return conjuncts(listed.where).every((filter) => held.has(said(filter)));
}

/** A ticket's customer is its SIM's. */
function said(filter: Filter): string {
  return JSON.stringify(filter).replaceAll("support_tickets.customer", "sims.customer");
}

function moved<T extends Item>(item: T, by: number): T {
  return { ...item, start: item.start + by, end: item.end + by };
}
