import type { Filter, Measure, Query } from "#query/query.ts";
import { traffic } from "../parse/compose.ts";
import type { Item } from "../parse/items.ts";
import { Trouble } from "./trouble.ts";

interface Part {
  readonly head: readonly Item[];
  readonly headWords: readonly string[];
  readonly tail: readonly Item[];
  readonly tailWords: readonly string[];
  readonly isPercent: boolean;
  /** "…, and what share of these is open, highest first": ordered by what stands last. */
  readonly isOrderBehind: boolean;
}

const THESE = "(?:all (?:of )?)?(?:these|those|them|that|this|it|which|whom)";
const MARK = new RegExp(
  `(?:^|(?<before>.*?) )(?<mark>(?:how (?:many|much)|(?<share>(?:what|which) (?:share|percentage|percent|%|proportion|part|fraction))|(?:the )?number) (?:out )?of ${THESE}|(?:out )?of (?:these|those|them|which|whom)(?: how many)?|thereof(?: how many)?|(?:also )?(?:say |tell |show |give )?(?:me |us )?how many(?= (?:are|were|is|was|have|had|has|belong|belongs|got) ))(?= |$)`,
);
const JOINTS = new Set(["and", ",", ".", "-", "(", "plus", "also", ";", "?", "with", "&"]);

/**
 * "Alerts per severity, and how many of these are acknowledged", "tickets per team, of which open": all of
 * each group, and beside them the part that something holds for; null for anything else.
 */
export function partBeside(items: readonly Item[], words: readonly string[]): Part | null {
  const found = MARK.exec(words.join(" "))?.groups;
  if (!found?.before || !found.mark) return null;
  const start = found.before.split(" ").length;
  const end = start + found.mark.split(" ").length;
  if (!JOINTS.has(words[start - 1] ?? "")) return null;
  const isBehind = (item: Item) => item.start >= end;
  const head = items.filter((item) => item.end <= start || (isBehind(item) && isOrder(item)));
  const tail = items.filter((item) => isBehind(item) && !isOrder(item)).map(asCondition);
  if (
    !head.some((item) => isSplit(item) || isGroups(item)) ||
    tail.some(isSplit) ||
    tail.some(({ cat }) => cat === "ask")
  )
    return null;
  if (!tail.some(({ cat }) => CONDITIONS.has(cat))) return null;
  return {
    head,
    headWords: words.map((word, at) => (at < start - 1 ? word : ",")),
    tail,
    tailWords: words.map((word, at) => (at < end ? "," : word)),
    isPercent: found.share !== undefined,
    isOrderBehind: items.some((item) => isBehind(item) && item.cat === "order"),
  };
}

const CONDITIONS: ReadonlySet<Item["cat"]> = new Set<Item["cat"]>([
  "value",
  "cond",
  "pred",
  "noun",
]);
const isOrder = ({ cat }: Item) => cat === "order" || cat === "unit";

function isSplit(item: Item): boolean {
  return item.cat === "group" || (item.cat === "grain" && item.adjective);
}

/** "How many of them used data": that they did, not how much. */
function asCondition(item: Item): Item {
  if (item.cat !== "metric" || !item.verb) return item;
  const { start, end, score } = item;
  return { cat: "cond", cond: traffic(item.metric), start, end, score };
}

/** "Which customers have the most tickets": groups, too. */
const isGroups = (item: Item) => item.cat === "dim" && item.plural === true;

/** The count of each group with that of its part beside it. */
export function withPart(
  query: Query,
  part: Filter | undefined,
  { isPercent, isOrderBehind }: Part,
): Query {
  const [first, ...others] = query.measures ?? [];
  const all = first?.measure;
  if (!part || !all || others.length > 0 || !("agg" in all) || all.agg !== "count" || all.per)
    throw new Trouble("Of all, and of these: one number each, or only the second?", "count");
  const where = all.where ? { and: [all.where, part] } : part;
  const isOrdered = isPercent && isOrderBehind;
  const counted: Measure = { agg: "count", where };
  const beside: Measure = isPercent ? { op: "percent", a: counted, b: all } : counted;
  const as = isPercent ? "percent_of_these" : "of_these";
  return {
    ...query,
    ...(isOrdered ? { orderBy: query.orderBy?.map((one) => ({ ...one, by: as })) } : {}),
    measures: [first, { as, measure: beside }],
  };
}
