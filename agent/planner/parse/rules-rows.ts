import { bundle, count, countDistinct, noTraffic, SPREADS, traffic } from "./compose.ts";
import { as, isPlain, of, type Rule, rule, usageLike, word } from "./parts.ts";

/** What a SIM is said to use besides data: "does not use 2G". */
const MAY_USE = new Set(["operator", "rat", "rate_plan"]);

/** Rows that exist, are missing, or are counted. */
export const ROW_RULES: readonly Rule[] = [
  rule("count over of rows", [of("threshold", isPlain), of("noun")], (threshold, noun) =>
    as(noun, "noun").view === "alert_rules"
      ? countDistinct(as(threshold, "threshold"), "rule")
      : count(as(threshold, "threshold"), as(noun, "noun")),
  ),
  rule(
    "happened so often",
    [
      of("cond", ({ cond }) => cond.k === "related" && !cond.negated && !cond.noun.metric),
      of("threshold", ({ quantity, upTo }) => quantity.unit === "times" && !upTo),
    ],
    (happened, threshold) => {
      const { cond } = as(happened, "cond");
      const { op, quantity } = as(threshold, "threshold");
      return cond.k === "related"
        ? { cat: "cond", cond: { k: "count", noun: cond.noun, op, n: quantity.value } }
        : null;
    },
  ),
  rule(
    "count over of new rows",
    [of("threshold", isPlain), of("pred"), of("noun")],
    (threshold, pred, noun) => bundle(count(as(threshold, "threshold"), as(noun, "noun")), pred),
  ),
  rule(
    "count over of different",
    [of("threshold", isPlain), of("ask", (ask) => ask.what === "distinct"), of("dim")],
    (threshold, _, dim) => countDistinct(as(threshold, "threshold"), as(dim, "dim").dim),
  ),
  rule(
    "count over of a dimension",
    [of("threshold", isPlain), of("dim", (dim) => SPREADS.has(dim.dim))],
    (threshold, dim) => countDistinct(as(threshold, "threshold"), as(dim, "dim").dim),
  ),
  rule(
    "different of a count over",
    [of("ask", (ask) => ask.what === "distinct"), of("threshold", isPlain), of("dim")],
    (_, threshold, dim) => countDistinct(as(threshold, "threshold"), as(dim, "dim").dim),
  ),
  rule(
    "count over of different days",
    [
      of("threshold", isPlain),
      of("ask", (ask) => ask.what === "distinct"),
      (item) =>
        (item.cat === "grain" && item.grain === "day") ||
        (item.cat === "unit" && item.unit === "day"),
    ],
    (threshold) => countDistinct(as(threshold, "threshold"), "day"),
  ),
  rule(
    "count over of different rules",
    [
      of("threshold", isPlain),
      of("ask", (ask) => ask.what === "distinct"),
      of("noun", (noun) => noun.view === "alert_rules"),
    ],
    (threshold) => countDistinct(as(threshold, "threshold"), "rule"),
  ),
  rule("none of rows", [word("without"), of("noun", (noun) => !noun.weak)], (_, noun) => ({
    cat: "cond",
    cond: { k: "related", noun: as(noun, "noun"), negated: true },
  })),
  rule(
    "never raised",
    [
      (item) => item.cat === "neg" || (item.cat === "word" && item.word === "without"),
      of("pred", (pred) => pred.members[0] === "alerts.triggered_at"),
    ],
    () => ({
      cat: "cond",
      cond: { k: "related", noun: { cat: "noun", view: "alerts", conds: [] }, negated: true },
    }),
  ),
  rule("no metric", [word("without"), of("metric", (m) => usageLike(m.metric))], (_, metric) => ({
    cat: "cond",
    cond: noTraffic(as(metric, "metric").metric),
  })),
  rule(
    "not using a value",
    [
      of("neg"),
      of("metric", (m) => m.verb === true && m.end - m.start === 1 && usageLike(m.metric)),
      of("value", (value) => MAY_USE.has(value.dim ?? "") && !value.cond.negated),
    ],
    (_, __, value) => {
      const used = as(value, "value");
      return { ...used, cond: { ...used.cond, negated: true } };
    },
  ),
  rule("not metric", [of("neg"), of("metric", (m) => usageLike(m.metric))], (_, metric) => ({
    cat: "cond",
    cond: noTraffic(as(metric, "metric").metric),
  })),
  rule(
    "not metric metric",
    [of("neg"), of("metric", (m) => usageLike(m.metric)), of("metric", (m) => usageLike(m.metric))],
    (_, __, metric) => ({ cat: "cond", cond: noTraffic(as(metric, "metric").metric) }),
  ),
  rule(
    "metric, none, metric",
    [
      of("metric", (m) => usageLike(m.metric)),
      word("without"),
      of("metric", (m) => usageLike(m.metric)),
    ],
    (_, __, metric) => ({ cat: "cond", cond: noTraffic(as(metric, "metric").metric) }),
  ),
  rule(
    "not rows",
    [of("neg"), of("noun", (noun) => !noun.weak && noun.view !== "sims")],
    (_, noun) => ({ cat: "cond", cond: { k: "related", noun: as(noun, "noun"), negated: true } }),
  ),
  rule(
    "not pred rows",
    [of("neg"), of("pred"), of("noun", (noun) => !noun.weak && noun.view !== "sims")],
    (_, __, noun) => ({
      cat: "cond",
      cond: { k: "related", noun: as(noun, "noun"), negated: true },
    }),
  ),
  rule(
    "not have rows",
    [of("neg"), word("have", "with"), of("noun", (noun) => !noun.weak && noun.view !== "sims")],
    (_, __, noun) => ({
      cat: "cond",
      cond: { k: "related", noun: as(noun, "noun"), negated: true },
    }),
  ),
  rule(
    "with traffic",
    [
      word("with", "have"),
      of("metric", (m) => usageLike(m.metric) && m.agg === undefined && m.verb !== true),
    ],
    (_, metric) => ({ cat: "cond", cond: traffic(as(metric, "metric").metric) }),
  ),
  rule(
    "having rows",
    [word("with", "have"), of("noun", (noun) => !noun.weak && noun.view !== "sims")],
    (_, noun) => ({ cat: "cond", cond: { k: "related", noun: as(noun, "noun") } }),
  ),
];
