import { dimension } from "../lexicon/dims.ts";
import type { Item, ItemOf, Sem } from "./items.ts";
import { as, of, type Rule, rule, type Test, word } from "./parts.ts";

const sortBy = word("sortby");
const isBare = (order: { members?: readonly string[]; metric?: string }) =>
  !order.members?.length && order.metric === undefined;
/** "Descending", "A to Z": which way, of whatever is named beside it. */
const isWay = (order: { members?: readonly string[]; metric?: string }) =>
  isBare(order) || (order.members?.length ?? 0) > 1;
const orders: Test = of("order", (one) => !isBare(one));
const end: Test = of("superlative", (one) => !one.plural);

/** "First" is also the earliest one. */
const SURE = 6;

const isCount = (ask: ItemOf<"ask">) => ask.what === "count";

function mostFirst(ask: Item | undefined, noun: Item | undefined): Sem {
  const order: Sem = { cat: "order", direction: "desc" };
  return { cat: "bundle", parts: [order, { cat: "by" }, as(ask, "ask"), as(noun, "noun")] };
}

/** "sorted by last seen, newest first": what the rows are ordered by. Names go up, figures, dates and grades go down. */
export const ORDER_RULES: readonly Rule[] = [
  rule(
    "the vague extreme first",
    [of("vague", (vague) => vague.superlative === true), word("foremost")],
    () => ({ cat: "order", direction: "desc" }),
  ),
  rule("sorted by a figure", [sortBy, of("metric")], (_, metric) => ({
    cat: "bundle",
    parts: [as(metric, "metric"), { cat: "order", direction: "desc" }],
  })),
  rule(
    "sorted by a figure, that way",
    [sortBy, of("metric"), of("order", isBare)],
    (_, metric, order) => ({
      cat: "bundle",
      parts: [as(metric, "metric"), { cat: "order", direction: as(order, "order").direction }],
    }),
  ),
  rule("sorted by how many", [sortBy, of("ask", isCount), of("noun")], (_, ask, noun) =>
    mostFirst(ask, noun),
  ),
  rule(
    "sorted by their count",
    [sortBy, of("noun"), of("ask", isCount)],
    (_, noun, ask) => mostFirst(ask, noun),
    2 * SURE,
  ),
  rule("sorted by how it changed", [sortBy, of("change")], (_, change) => ({
    cat: "bundle",
    parts: [as(change, "change"), { cat: "order", direction: "desc" }],
  })),
  rule("sorted by a date", [sortBy, of("pred")], (_, pred) => by(as(pred, "pred").members, "desc")),
  rule("sorted by a date, that way", [sortBy, of("pred"), of("order")], (_, pred, order) =>
    by(as(pred, "pred").members, as(order, "order").direction),
  ),
  rule("sorted by a name", [sortBy, of("dim")], (_, dim) => byDimension(as(dim, "dim").dim)),
  rule("sorted by a name, that way", [sortBy, of("dim"), of("order", isBare)], (_, dim, order) =>
    by(dimension(as(dim, "dim").dim).members, as(order, "order").direction),
  ),
  rule("that way by a name", [of("order", isWay), of("by"), of("dim")], (order, _, dim) =>
    by(dimension(as(dim, "dim").dim).members, as(order, "order").direction),
  ),
  rule(
    "that way by a figure",
    [of("order", isBare), of("by"), of("metric")],
    (order, _, metric) => ({
      cat: "bundle",
      parts: [as(metric, "metric"), { cat: "order", direction: as(order, "order").direction }],
    }),
  ),
  rule("sorted by this, then by that", [orders, word("and"), of("dim")], (first, _, dim) =>
    then(as(first, "order"), byDimension(as(dim, "dim").dim)),
  ),
  rule("sorted by this, then by a date", [orders, word("and"), of("pred")], (first, _, pred) =>
    then(as(first, "order"), by(as(pred, "pred").members, "desc")),
  ),
  rule("sorted by this, then that way", [orders, orders], (first, second) =>
    then(as(first, "order"), as(second, "order")),
  ),
  rule(
    "the extreme first",
    [end, word("foremost")],
    (one) => orderOf(as(one, "superlative")),
    SURE,
  ),
  rule("from one extreme to the other", [end, word("to"), end], (one, _, other) =>
    as(one, "superlative").direction === as(other, "superlative").direction
      ? null
      : orderOf(as(one, "superlative")),
  ),
  rule(
    "the highest figure first",
    [extreme, of("metric"), word("foremost")],
    (one, metric) => ({
      cat: "bundle",
      parts: [as(metric, "metric"), { cat: "order", direction: directionOf(one) }],
    }),
    SURE,
  ),
  rule(
    "the largest change first",
    [extreme, of("change"), word("foremost")],
    (one, change) => ({
      cat: "bundle",
      parts: [as(change, "change"), { cat: "order", direction: directionOf(one) }],
    }),
    SURE,
  ),
  rule(
    "the highest grade first",
    [extreme, of("dim", (dim) => GRADES.has(dim.dim)), word("foremost")],
    (one, dim) => by(dimension(as(dim, "dim").dim).members, directionOf(one)),
    SURE,
  ),
  rule(
    "the biggest of its kind first",
    [
      end,
      (item) =>
        (item.cat === "dim" && !item.plural && !GRADES.has(item.dim)) ||
        (item.cat === "grain" && !item.adjective),
      word("foremost"),
    ],
    (one) => orderOf(as(one, "superlative")),
    SURE,
  ),
  rule(
    "the biggest one first",
    [end, isOne, word("foremost")],
    (one) => orderOf(as(one, "superlative")),
    SURE,
  ),
  rule(
    "the oldest of its kind first",
    [end, of("noun", (noun) => noun.conds.length === 0), foremost],
    (one, noun) =>
      isOfTime(one) && !as(noun, "noun").plural ? orderOf(as(one, "superlative")) : null,
    SURE,
  ),
  rule(
    "the oldest date first",
    [end, of("pred"), foremost],
    (one, pred) =>
      isOfTime(one) ? by(as(pred, "pred").members, as(one, "superlative").direction) : null,
    SURE,
  ),
  rule("the biggest rows first", [end, rowsOf, foremost], leadingRows, SURE),
  rule(
    "the biggest rows of a time first",
    [end, rowsOf, of("time"), foremost],
    (one, rows, time) => withTime(leadingRows(one, rows), time),
    SURE,
  ),
  rule("beginning with the superlative", [word("startWith"), of("superlative")], (_, first) =>
    orderOf(as(first, "superlative")),
  ),
];

/** "First" at the end of a question, where something else says which end is meant. */
function foremost(item: Parameters<Test>[0]): boolean {
  if (item.cat === "superlative") return item.direction === "asc" && item.members?.length === 0;
  return item.cat === "word" && item.word === "foremost";
}

function isOfTime(item: Item | undefined): boolean {
  return item?.cat === "superlative" && item.members?.length === 0;
}

function rowsOf(item: Item): boolean {
  return item.cat === "noun" && item.plural === true && !item.weak;
}

/** "Biggest spikes first": the rows, in that order. */
function leadingRows(one: Item | undefined, rows: Item | undefined): Sem | null {
  const noun = as(rows, "noun");
  return { cat: "bundle", parts: [noun, orderOf(as(one, "superlative"))] };
}

function withTime(sem: Sem | null, time: Item | undefined): Sem | null {
  return sem?.cat === "bundle" ? { ...sem, parts: [...sem.parts, as(time, "time")] } : null;
}

type Order = Extract<Sem, { cat: "order" }>;

/** Its own rows: "highest score first", "most data first". */
function extreme(item: Parameters<Test>[0]): boolean {
  return end(item) || (item.cat === "agg" && (item.agg === "max" || item.agg === "min"));
}

function isOne(item: Parameters<Test>[0]): boolean {
  return (item.cat === "noun" && item.weak === true) || (item.cat === "number" && item.value === 1);
}

function directionOf(item: Parameters<Test>[0] | undefined): "asc" | "desc" {
  if (item?.cat === "agg") return item.agg === "min" ? "asc" : "desc";
  return as(item, "superlative").direction;
}

const GRADES = new Set(["severity", "priority", "risk_level"]);

function byDimension(dim: string): Order {
  return by(dimension(dim).members, GRADES.has(dim) ? "desc" : "asc");
}

function by(members: readonly string[], direction: "asc" | "desc"): Order {
  return { cat: "order", direction, members };
}

/** "The cheapest first", "starting with the largest": an order, and not one row. */
function orderOf({ direction, members, metric }: ItemOf<"superlative">): Order {
  return {
    cat: "order",
    direction,
    ...(members ? { members } : {}),
    ...(metric ? { metric } : {}),
  };
}

function then(first: ItemOf<"order">, second: Order): Sem | null {
  if (first.after) return null;
  const { start: _, end: __, score: ___, ...own } = first;
  const { members, direction } = second;
  if (members?.some((member) => first.members?.includes(member))) return second;
  return { ...own, after: { members: members ?? [], direction } };
}
