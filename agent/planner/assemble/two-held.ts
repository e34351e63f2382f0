import type { Filter, Measure, Query } from "#query/query.ts";
import { type MetricName, metricOf } from "../lexicon/metrics.ts";
import { either, memberOf, partsOf } from "../parse/compose.ts";
import type { Item, ItemOf } from "../parse/items.ts";
import { within } from "./compare.ts";
import { Trouble } from "./trouble.ts";

/** Two values of one dimension, or one and all others, whose figures are held against each other. */
export interface Two {
  /** The question for each of the values. */
  readonly whole: Item[];
  readonly first: ItemOf<"value">;
  /** Absent: all the others. */
  readonly second?: ItemOf<"value">;
  readonly shows: "distance" | "more" | "less" | "both";
  /** A figure that each plan has one of. */
  readonly price?: MetricName;
}

const DIMS = new Set(["customer", "rate_plan", "country", "operator", "tag", "rat", "team", "sim"]);

/**
 * "The difference in usage between A and B", "how much more did A use than B", "A against all others"; null for
 * anything else.
 */
export function twoHeld(items: readonly Item[], words: readonly string[]): Two | null {
  const change = items.find(isDifference);
  const others = items.find(isOfOthers);
  const isOverTime = items.some(({ cat }) => cat === "compare");
  const times = items.filter(({ cat }) => cat === "time");
  if (isOverTime || times.length > 1) return null;
  if (others) return againstOthers(items, others, words);
  return change ? apart(items, change, words) : null;
}

function isDifference(item: Item): boolean {
  const parts = partsOf(item);
  return (
    parts.some(({ cat }) => cat === "change") &&
    parts.some((part) => part.cat === "word" && part.word === "absolute")
  );
}

function apart(items: readonly Item[], change: Item, words: readonly string[]): Two | null {
  const values = items.filter(isNamed);
  const [first, next, ...more] = values;
  if (!first || more.length > 0) return null;
  const said = words.slice(change.start, change.end).join(" ");
  const isThan = /^(?:by )?how (?:much|many) (?:more|less|fewer)/.test(said);
  const [a, second] = next ? [first, next] : taken(first);
  if (!a || !second || a.dim !== second.dim) return null;
  const between = words.slice(a.end, next?.start ?? a.end);
  if (isThan ? !between.includes("than") : !words.includes("between") && next !== undefined)
    return null;
  const together = next ? either(a, next) : first;
  if (!together) return null;
  const metrics = [...new Set(items.flatMap(metricsOf))];
  if (metrics.length > 1) return null;
  if (metrics.length === 0 && !items.some(isRows))
    throw whichFigure(words.slice(a.start, (next ?? a).end).join(" "), "difference in", "between");
  const [metric] = metrics;
  const { start, end } = change;
  const isAsked = !isThan && (metrics.length > 0 || items.some(({ cat }) => cat === "ask"));
  const what = metrics.length === 0 ? "count" : "much";
  const rest = items.filter(
    (item) => item !== change && item !== first && item !== next && !isBetween(item),
  );
  return {
    first: a,
    second,
    shows: isThan ? (/less|fewer/.test(said) ? "less" : "more") : "distance",
    whole: [
      ...(isAsked ? [] : [{ cat: "ask", what, start, end, score: 0 } as const]),
      ...rest,
      { ...(together as ItemOf<"value">), start: first.start, end: first.end, score: 0 },
      byDim(a),
    ].sort((one, other) => one.start - other.start),
    ...(metric && a.dim === "rate_plan" && metricOf(metric).view === "rate_plans"
      ? { price: metric }
      : {}),
  };
}

function whichFigure(two: string, lead: string, tie: string): Trouble {
  return new Trouble(
    "Which figure of the two should be compared?",
    "value",
    ["data usage", "number of SIMs", "number of tickets", "number of alerts"].map((figure) =>
      `${lead} ${figure} ${tie} ${two} last month`.trim(),
    ),
  );
}

function metricsOf(item: Item): MetricName[] {
  return partsOf(item).flatMap((part) => (part.cat === "metric" ? [part.metric] : []));
}

function isNamed(item: Item): item is Item & ItemOf<"value"> {
  return item.cat === "value" && !item.cond.negated && DIMS.has(item.dim ?? "");
}

function isBetween(item: Item): boolean {
  return item.cat === "word" && item.word === "between";
}

function byDim({ dim, end }: ItemOf<"value">): Item {
  const group = dim === "sim" ? ({ k: "sim" } as const) : ({ k: "dim", dim: dim ?? "" } as const);
  return { cat: "group", groups: [group], start: end, end, score: 0 };
}

/** "A and B", read as one value with either: each by itself again. */
function taken(both: Item & ItemOf<"value">): [] | [ItemOf<"value">, ItemOf<"value">] {
  const sides = both.cond.options.map(({ filter }) => ("or" in filter ? filter.or : []));
  if (sides.some((side) => side.length !== 2)) return [];
  const one = (at: number): ItemOf<"value"> => ({
    ...both,
    cond: {
      ...both.cond,
      options: both.cond.options.flatMap((option, index) => {
        const filter = sides[index]?.[at];
        return filter ? [{ ...option, filter }] : [];
      }),
    },
  });
  return [one(0), one(1)];
}

const OTHERS =
  /^(?:all )?(?:the )?(?:other ones|others|rest|remaining ones|else)$|^(?:everyone|everybody|anyone|all) else$/;

/** "All others", "the rest", "everyone else". */
function isOfOthers(item: Item): boolean {
  return item.cat === "vague" && item.topic === "other";
}

function againstOthers(items: readonly Item[], others: Item, words: readonly string[]): Two | null {
  const [first, ...more] = items.filter((item) => isNamed(item) && item.end <= others.start);
  const said = words.slice(others.start, others.end).join(" ");
  const before = first ? words.slice(first.end, others.start).join(" ") : "";
  const isHeld = /\b(?:vs|versus|against|compared (?:to|with)|than|with|to|and)\b/.test(before);
  if (!first || !isNamed(first) || more.length > 0 || !isHeld) return null;
  if (!OTHERS.test(said)) refuseOthersOfEach(items, others, words);
  if (items.flatMap(metricsOf).length === 0 && !items.some(isRows))
    throw whichFigure(`${first.cond.said} versus all others`, "", "of");
  const isLight = (item: Item) =>
    item.cat === "versusword" || (item.cat === "ask" && item.what === "list");
  const rest = items.filter((item) => item !== first && item !== others && !isLight(item));
  return { first, shows: "both", whole: [...rest, byDim(first)] };
}

/** "The other customers": all of them together, or each of them? */
function refuseOthersOfEach(items: readonly Item[], others: Item, words: readonly string[]): null {
  const dim = items.find(({ cat, start }) => cat === "dim" && start === others.end);
  if (!dim) return null;
  const [before, after] = [words.slice(0, others.start), words.slice(dim.end)];
  const kind = words.slice(dim.start, dim.end).join(" ");
  const text = (between: string) => [
    before.join(" ").replace(/ the$/, ""),
    between,
    after.join(" "),
  ];
  throw new Trouble("All others together, or each by itself?", "value", [
    text("all others").join(" "),
    text(`each of the ${kind}`).join(" "),
  ]);
}

function isRows(item: Item): boolean {
  return item.cat === "noun" && !item.weak;
}

/** The figure of each of the two, and how far they are apart where that is asked for. */
export function withTwo(query: Query, two: Two): Query {
  const group = query.groupBy?.find(({ member }) => filterOn(two.first, member) !== null);
  const [measure, ...more] = query.measures ?? [];
  const inFirst = group ? filterOn(two.first, group.member) : null;
  if (!group || !measure || !inFirst || more.length > 0 || query.having || query.firstPer)
    throw new Trouble("Which figure of the two should be compared?", "value");
  const inSecond: Filter | null = two.second
    ? filterOn(two.second, group.member)
    : { not: inFirst };
  if (!inSecond) throw new Trouble("Which two should be compared?", "value");
  const { orderBy: _, groupBy, limit: __, ...rest } = query;
  const isOfOne = ({ member }: { member: string }) => /\.(?:iccid|label)$/.test(member);
  const others = groupBy?.filter((one) => one !== group && !isOfOne(one)) ?? [];
  const { unit } = measure;
  return {
    ...rest,
    measures: figures(two, measure.measure, [inFirst, inSecond]).map((one) => ({
      ...one,
      ...(unit ? { unit } : {}),
    })),
    ...(others.length > 0 ? { groupBy: others } : {}),
  };
}

type Figures = NonNullable<Query["measures"]>;

function figures(
  { first, second, shows }: Two,
  measure: Measure,
  [inFirst, inSecond]: [Filter, Filter],
): Figures {
  const [a, b] = [within(measure, inFirst), within(measure, inSecond)];
  const names = [nameOf(first), second ? nameOf(second) : "others"] as const;
  const both: Figures = [
    { as: names[0] === names[1] ? `${names[0]}_1` : names[0], measure: a },
    { as: names[1], measure: b },
  ];
  if (shows === "both") return both;
  const difference: Measure =
    shows === "distance"
      ? { op: "distance", a, b }
      : shows === "more"
        ? { op: "difference", a, b }
        : { op: "difference", a: b, b: a };
  return [...both, { as: "difference", measure: difference }];
}

/** What a plan asks is one row of it, and nothing to be added up. */
export function priceOfTwo({ first, second, shows, price }: Two): Query | null {
  if (!price || !second) return null;
  const [inFirst, inSecond] = [first, second].map((one) => filterOn(one, "rate_plans.name"));
  if (!inFirst || !inSecond) return null;
  const measure: Measure = { agg: "max", of: metricOf(price).member };
  return {
    from: "rate_plans",
    measures: figures({ first, second, shows, whole: [] }, measure, [inFirst, inSecond]),
    where: { or: [inFirst, inSecond] },
    groupBy: [{ member: "rate_plans.currency" }],
  };
}

function filterOn({ cond }: ItemOf<"value">, member: string): Filter | null {
  return cond.options.find(({ filter }) => memberOf(filter) === member)?.filter ?? null;
}

function nameOf({ cond }: ItemOf<"value">): string {
  const [option] = cond.options;
  const said = option && "value" in option.filter ? String(option.filter.value) : cond.said;
  const name = said
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 38);
  return /^[a-z]/.test(name) ? name : `of_${name}`;
}
