import type { Query } from "#query/query.ts";
import { partsOf } from "../parse/compose.ts";
import type { Item, ItemOf } from "../parse/items.ts";
import { usageLike } from "../parse/parts.ts";
import { dimMember } from "./placing.ts";
import { Trouble } from "./trouble.ts";

interface Leaders {
  /** What asks for the whole, without those that lead. */
  readonly whole: readonly Item[];
  readonly first: number;
  /** `sim`, `customer` … */
  readonly kind: string;
}

/**
 * "What share of the traffic came from the ten heaviest SIMs", "the top 20 SIMs' share of the traffic": the
 * whole, and who leads in it; null for anything else.
 */
export function leadersIn(items: readonly Item[]): Leaders | null {
  const ask = askOf(items);
  const top = items.find((item) => ask && countOf(item) !== null);
  const first = top ? countOf(top) : null;
  if (!ask || !top || first === null) return null;
  const next = items.find((item) => item.start >= top.end && item.cat !== "filler");
  const kind = next && kindOf(next);
  const isOwner = next !== undefined && top.end <= ask.start && next.end === ask.start;
  const before = items.filter((item) => item.end <= (isOwner ? ask.start : top.start));
  const whole = (isOwner ? items : before).find((item) => item.start >= ask.end && isWhole(item));
  if (!next || !kind || !whole || items.some(splits)) return null;
  const after = items.filter((item) => item.start >= next.end && item !== whole);
  if (after.some((item) => (item.start >= ask.end || !isOwner) && chooses(item)))
    throw new Trouble("A share of all, or of those only that the leading ones are from?", "count");
  const counts: Item = { ...ask, cat: "ask", what: "count" };
  const said = before.filter(
    (item) => item !== ask && item.start < top.start && (item.start < whole.end || !joins(item)),
  );
  return {
    whole: [
      ...(whole.cat === "noun" ? [counts] : []),
      ...said,
      ...(isOwner ? [whole] : []),
      ...after.filter((item) => item !== ask && !repeats(item) && !isShare(item)),
    ],
    first,
    kind,
  };
}

/** "What share of …", "how much of …, in percent". */
function askOf(items: readonly Item[]): Item | undefined {
  const share = items.find(isShare);
  const much = items.find((item) => item.cat === "ask" && item.what === "much");
  return share && much && much.end < share.start ? much : share;
}

function isShare(item: Item): boolean {
  return item.cat === "ask" && (item.what === "percent" || item.what === "share");
}

function countOf(item: Item): number | null {
  const top = partsOf(item).find((part) => part.cat === "top");
  return top?.cat === "top" && top.direction === "desc" && (top.n ?? 1) > 1
    ? (top.n ?? null)
    : null;
}

function kindOf(item: Item): string | null {
  if (item.cat === "dim") return item.dim;
  return item.cat === "noun" && item.view === "sims" && item.conds.length === 0 ? "sim" : null;
}

function isWhole(item: Item): item is ItemOf<"metric"> | ItemOf<"noun"> {
  if (item.cat === "metric") return usageLike(item.metric) && !item.verb;
  return item.cat === "noun" && item.view !== "sims" && !item.weak;
}

function splits({ cat }: Item): boolean {
  return cat === "group" || cat === "grain";
}

/** "The ten heaviest SIMs of MediFridge": it may be said of the whole too, or of those that lead alone. */
function chooses(item: Item): boolean {
  return partsOf(item).some(
    ({ cat }) => cat === "value" || cat === "cond" || cat === "neg" || cat === "pred",
  );
}

/** "Came from", "went through", "was caused by": between the whole and who leads in it. */
function joins(item: Item): boolean {
  if (item.cat === "value") return item.dim === "direction";
  return (
    (item.cat === "metric" && item.verb === true) ||
    item.cat === "by" ||
    item.cat === "word" ||
    item.cat === "ask"
  );
}

/** "Of that month", "together". */
function repeats(item: Item): boolean {
  return (
    (item.cat === "word" && item.word === "thatTime") || (item.cat === "agg" && item.agg === "sum")
  );
}

/** The part that they have of what was asked for. */
export function withLeaders(query: Query, { first, kind }: Leaders): Query {
  const [whole, ...others] = query.measures ?? [];
  const member = dimMember(kind, query.from);
  if (!whole || others.length > 0 || !member || query.groupBy?.length || query.having)
    throw new Trouble("Which part of what?", "count");
  const by = [{ member: kind === "sim" ? `${query.from}.iccid` : member }];
  const part = { agg: "sum", over: { measure: whole.measure, by, first } } as const;
  return {
    ...query,
    measures: [
      { as: "percent", measure: { op: "percent", a: part, b: whole.measure } },
      { ...whole, as: "part", measure: part },
    ],
  };
}
