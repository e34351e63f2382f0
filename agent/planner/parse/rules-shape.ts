import { bundleTop, groupedBy, joined, modified, sideBySide, topped } from "./compose.ts";
import type { ItemOf, Sem } from "./items.ts";
import { as, isStrict, of, type Rule, rule, type Test, word } from "./parts.ts";

/** "Active vs inactive SIMs": the second value belongs to the first sooner than to the noun. */
const BEFORE_A_NOUN = 3;

/** "Fired in September vs August": the verb has both of them. */
const BOTH_TIMES = 2;

/** Sooner than the dimension names its value. */
const WITHIN = 6;

/** "Over", "across": before what the rows are distributed over. */
const overWord: Test = (item) =>
  item.cat === "by" || (item.cat === "cmp" && item.op === "gt" && item.end - item.start === 1);

const isNumber = (ask: ItemOf<"ask">) => ask.what === "count" && ask.end - ask.start === 1;

/** "Top customers by data": the first of them, or all of them in that order. */
function topOnes({ direction }: ItemOf<"top">, ones: ItemOf<"dim"> | ItemOf<"noun">): Sem {
  const { plural = false } = ones;
  return { cat: "bundle", parts: [{ cat: "superlative", direction, plural }, ones] };
}

/** Groups, rankings, comparisons and noun phrases. */
export const SHAPE_RULES: readonly Rule[] = [
  rule("grouped", [of("by"), of("dim")], (_, dim) => ({
    cat: "group",
    groups: [{ k: "dim", dim: as(dim, "dim").dim }],
  })),
  rule(
    "so many of them", // "by SIM count", "reject count per day"
    [of("noun", (noun) => !noun.weak && !noun.plural), of("ask", isNumber)],
    (noun, ask) => ({ cat: "bundle", parts: [as(ask, "ask"), as(noun, "noun")] }),
    WITHIN,
  ),
  rule(
    "grouped, within some of them", // "by country in Europe", where "country Germany" is one
    [of("by"), of("dim"), of("value", ({ cond }) => !cond.negated)],
    (_, said, within) => {
      const { dim, end } = as(said, "dim");
      const value = as(within, "value");
      if (value.dim !== dim || value.start === end) return null;
      return { cat: "bundle", parts: [{ cat: "group", groups: [{ k: "dim", dim }] }, value] };
    },
    WITHIN,
  ),
  rule(
    "distributed over",
    [word("distribution"), of("noun"), overWord, of("dim")],
    (_, noun, __, dim) => ({
      cat: "bundle",
      parts: [as(noun, "noun"), { cat: "group", groups: [{ k: "dim", dim: as(dim, "dim").dim }] }],
    }),
  ),
  rule("one by one", [of("dim"), of("by"), of("dim")], (dim, _, again) =>
    as(dim, "dim").dim === as(again, "dim").dim
      ? { cat: "group", groups: [{ k: "dim", dim: as(dim, "dim").dim }] }
      : null,
  ),
  rule("each with each", [of("dim"), word("cross"), of("dim")], (a, _, b) => {
    const dims = [as(a, "dim").dim, as(b, "dim").dim];
    return { cat: "group", groups: dims.map((dim) => ({ k: "dim", dim })) };
  }),
  rule("grouped by grain", [of("by"), of("grain")], (_, grain) => ({
    cat: "group",
    groups: [{ k: "grain", grain: as(grain, "grain").grain }],
  })),
  rule(
    "grouped by rows",
    [
      of("by", (by) => !by.all),
      of("noun", (noun) => (noun.view === "sims" && !noun.weak) || noun.view === "alert_rules"),
    ],
    (_, noun) => groupedBy(as(noun, "noun")),
  ),
  rule(
    "instead of a group",
    [word("insteadOf"), (item) => of("group")(item) || of("dim")(item) || of("grain")(item)],
    () => ({ cat: "word", word: "instead" }),
  ),
  rule(
    "per so many rows",
    [of("by"), of("number", (n) => Number.isInteger(n.value) && n.value > 1), of("noun")],
    (_, n, noun) => ({
      cat: "perMany",
      times: as(n, "number").value,
      noun: as(noun, "noun"),
    }),
  ),
  rule("grouped further", [of("group"), word("and"), of("group")], (a, _, b) =>
    joined(a, as(b, "group").groups),
  ),
  rule("grouped, further", [of("group"), of("group")], (a, b) =>
    averaged(joined(a, as(b, "group").groups)),
  ),
  rule("grouped and by", [of("group"), word("and"), of("dim")], (a, _, dim) =>
    joined(a, [{ k: "dim", dim: as(dim, "dim").dim }]),
  ),
  rule(
    "grouped and by rows", // "by severity & rule"
    [
      of("group"),
      word("and"),
      of(
        "noun",
        ({ view, weak, plural, conds }) =>
          !weak && !plural && conds.length === 0 && (view === "sims" || view === "alert_rules"),
      ),
    ],
    (a, _, noun) => {
      const more = groupedBy(as(noun, "noun"));
      return more.cat === "group" ? joined(a, more.groups) : null;
    },
  ),
  rule(
    "per day and something",
    [of("grain", (grain) => grain.adjective), word("and"), of("dim")],
    (grain, _, dim) => ({
      cat: "bundle",
      parts: [
        { cat: "grain", grain: as(grain, "grain").grain, adjective: true },
        { cat: "group", groups: [{ k: "dim", dim: as(dim, "dim").dim }] },
      ],
    }),
  ),
  rule("grouped and grain", [of("group"), word("and"), of("grain", isNoAdjective)], (a, _, grain) =>
    joined(a, [{ k: "grain", grain: as(grain, "grain").grain }]),
  ),

  rule("top n", [of("top"), of("number")], (top, n) =>
    topped(as(top, "top").direction, as(n, "number").value),
  ),
  rule("the top ones", [of("top", ({ n }) => n === undefined), of("dim")], (top, dim) =>
    topOnes(as(top, "top"), as(dim, "dim")),
  ),
  rule(
    "the top SIMs",
    [
      of("top", ({ n }) => n === undefined),
      of("noun", ({ view, weak }) => view === "sims" && !weak),
    ],
    (top, sims) => topOnes(as(top, "top"), as(sims, "noun")),
  ),
  rule(
    "top n superlative",
    [of("top", ({ n }) => n === undefined), of("number"), of("superlative")],
    (_, n, superlative) => bundleTop(as(superlative, "superlative"), as(n, "number").value),
  ),
  rule("n superlative", [of("number"), of("superlative")], (n, superlative) =>
    bundleTop(as(superlative, "superlative"), as(n, "number").value),
  ),
  rule("superlative n", [of("superlative"), of("number")], (superlative, n) =>
    bundleTop(as(superlative, "superlative"), as(n, "number").value),
  ),
  rule(
    "averaged per unit of time", // "the daily average of rejects"
    [of("grain", ({ adjective }) => adjective === true), of("agg", ({ agg }) => agg === "avg")],
    (grain, agg) => ({ cat: "bundle", parts: [as(agg, "agg"), as(grain, "grain")] }),
  ),
  rule(
    "metric aggregated",
    [of("agg"), of("metric", (m) => m.agg === undefined)],
    (agg, metric) => ({ ...as(metric, "metric"), agg: as(agg, "agg").agg }),
  ),

  rule(
    "more in one time than in another",
    [of("cmp", isStrict), of("time"), of("time")],
    (cmp, a, b) => ({
      cat: "compare",
      a: as(a, "time").time,
      b: as(b, "time").time,
      change: false,
      op: as(cmp, "cmp").op,
    }),
  ),
  rule(
    "value against value",
    [of("value"), of("versusword"), of("value")],
    (a, _, b) => sideBySide(as(a, "value"), as(b, "value")),
    BEFORE_A_NOUN,
  ),
  rule(
    "compare values",
    [of("versusword"), of("value"), word("and", "with", "or"), of("value")],
    (_, a, __, b) => sideBySide(as(a, "value"), as(b, "value")),
  ),
  rule(
    "compared times",
    [of("time"), of("versusword"), of("time")],
    (a, _, b) => ({
      cat: "compare",
      a: as(a, "time").time,
      b: as(b, "time").time,
      change: false,
    }),
    BOTH_TIMES,
  ),
  rule(
    "compare times",
    [
      of("versusword"),
      of("time"),
      (item) => word("and")(item) || word("with")(item) || of("versusword")(item),
      of("time"),
    ],
    (_, a, __, b) => ({
      cat: "compare",
      a: as(a, "time").time,
      b: as(b, "time").time,
      change: false,
    }),
  ),
  rule(
    "time with the time before",
    [of("time"), word("with", "and"), of("time", (t) => t.time.k === "relative")],
    (a, _, b) => ({ cat: "compare", a: as(a, "time").time, b: as(b, "time").time, change: false }),
  ),

  rule("adjective and noun", [of("value"), of("noun")], (value, noun) =>
    modified(as(noun, "noun"), as(value, "value")),
  ),
  rule(
    "rule by name",
    [of("noun", (noun) => noun.view === "alert_rules"), of("value", (v) => v.dim === "rule")],
    (noun, value) => modified(as(noun, "noun"), as(value, "value")),
  ),
  rule(
    "sims of a kind",
    [
      of("noun", (noun) => noun.view === "sims" && noun.conds.length > 0),
      of("noun", (noun) => noun.view === "sims" && !noun.weak && noun.conds.length === 0),
    ],
    (kind) => as(kind, "noun"),
  ),
];

/** "Usage per SIM by customer": what a SIM of each uses, on average; "per SIM and customer" are rows. */
function averaged(group: Sem | null): Sem | null {
  const isOfSims =
    group?.cat === "group" &&
    group.groups.some(({ k }) => k === "sim") &&
    group.groups.some(({ k }) => k === "dim");
  return isOfSims ? { cat: "bundle", parts: [{ cat: "agg", agg: "avg" }, group] } : group;
}

/** "per month", "month", and not the "monthly" of "by type and the monthly saving". */
function isNoAdjective({ adjective, start, end }: ItemOf<"grain">): boolean {
  return !adjective || end - start > 1;
}
