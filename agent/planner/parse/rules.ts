import type { Filter } from "#query/query.ts";
import { DIMS } from "../lexicon/dims.ts";
import { METRICS, type MetricName, metricOf } from "../lexicon/metrics.ts";
import type { Cond, Group, Item, ItemOf, NounSem, Option, Quantity, Sem } from "./items.ts";

type Test = (item: Item) => boolean;
export interface Rule {
  readonly name: string;
  readonly parts: readonly Test[];
  readonly make: (...items: Item[]) => Sem | null;
}

/** A part that accepts items of one category, and what it passes on. */
const of =
  <C extends Sem["cat"]>(cat: C, test: (item: ItemOf<C>) => boolean = () => true): Test =>
  (item) =>
    item.cat === cat && test(item as ItemOf<C>);
const word =
  (...names: string[]): Test =>
  (item) =>
    item.cat === "word" && names.includes(item.word);
const as = <C extends Sem["cat"]>(item: Item | undefined, cat: C): ItemOf<C> => {
  if (item?.cat !== cat) throw new Error(`The rule got ${item?.cat}, not ${cat}.`);
  return item as ItemOf<C>; // the part's test has let only this category through
};
const rule = (name: string, parts: readonly Test[], make: Rule["make"]): Rule => ({
  name,
  parts,
  make,
});

const amount = (item: Item): boolean => item.cat === "quantity" || item.cat === "number";
function quantityOf(item: Item | undefined): Quantity {
  if (item?.cat === "quantity") return item.quantity;
  if (item?.cat === "number") return { value: item.value, unit: "plain", said: String(item.value) };
  throw new Error("The rule got no amount.");
}
const isPlain = (item: ItemOf<"threshold">) =>
  item.quantity.unit === "plain" && item.upTo === undefined;
const isQuota = (name: MetricName) =>
  name === "quota" || name === "quota_used" || name === "used_percent";
const isLeft = (name: MetricName) => name === "data_remaining" || name === "sms_remaining";
const usageLike = (name: MetricName) => ["usage", "upload", "download"].includes(name);
const isStrict = (item: ItemOf<"cmp">) => item.op !== "eq" && item.op !== "ne";

/** General compositions; the words are data of the lexicon. Their order does not matter. */
export const RULES: readonly Rule[] = [
  rule("threshold", [of("cmp"), amount], (cmp, size) => ({
    cat: "threshold",
    op: as(cmp, "cmp").op,
    quantity: quantityOf(size),
  })),
  rule("threshold, bare number with or more", [amount, word("orMore")], (size) => ({
    cat: "threshold",
    op: "gte",
    quantity: quantityOf(size),
  })),
  rule("threshold, or less", [amount, word("orLess")], (size) => ({
    cat: "threshold",
    op: "lte",
    quantity: quantityOf(size),
  })),
  rule("threshold, between", [word("between"), amount, word("and"), amount], (_, low, __, high) => {
    const [from, to] = [quantityOf(low), quantityOf(high)];
    const unit = from.unit === "plain" && to.unit === "bytes" ? null : from.unit;
    return unit === to.unit ? { cat: "threshold", op: "gte", quantity: from, upTo: to } : null;
  }),
  rule("age", [of("cmp", isStrict), of("duration")], (cmp, span) => ({
    cat: "ageop",
    op: as(cmp, "cmp").op,
    duration: as(span, "duration").duration,
  })),
  rule("age or more", [of("duration"), word("orMore")], (span) => ({
    cat: "ageop",
    op: "gte",
    duration: as(span, "duration").duration,
  })),
  rule("age ago", [of("ageop"), word("ago")], (age) => ({
    cat: "ageop",
    op: as(age, "ageop").op,
    duration: as(age, "ageop").duration,
  })),

  rule("not a value", [of("neg"), of("value", (value) => !value.cond.negated)], (_, value) => ({
    ...as(value, "value"),
    cond: { ...as(value, "value").cond, negated: true },
  })),
  rule(
    "no value",
    [word("without"), of("value", (value) => value.dim === "tag" && !value.cond.negated)],
    (_, value) => ({ ...as(value, "value"), cond: { ...as(value, "value").cond, negated: true } }),
  ),
  rule("a value or another", [of("value"), word("and", "or"), of("value")], (first, _, second) =>
    either(as(first, "value"), as(second, "value")),
  ),
  rule("values in a row", [of("value"), of("value")], (first, second) =>
    second && first && first.end < second.start
      ? either(as(first, "value"), as(second, "value"))
      : null,
  ),
  rule("dimension and value", [of("dim"), of("value")], (dim, value) =>
    narrowed(as(value, "value"), as(dim, "dim").dim),
  ),
  rule(
    "dimension is value",
    [of("dim"), of("cmp", (cmp) => cmp.op === "eq"), of("value")],
    (dim, _, value) => narrowed(as(value, "value"), as(dim, "dim").dim),
  ),
  rule("value and dimension", [of("value"), of("dim", (dim) => !dim.plural)], (value, dim) =>
    narrowed(as(value, "value"), as(dim, "dim").dim),
  ),

  rule("metric over", [of("metric"), of("threshold")], (metric, threshold) =>
    overMetric(as(metric, "metric"), as(threshold, "threshold")),
  ),
  rule("over metric", [of("threshold"), of("metric")], (threshold, metric) =>
    overMetric(as(metric, "metric"), as(threshold, "threshold")),
  ),
  rule(
    "used over of quota",
    [
      of("metric", (m) => usageLike(m.metric) || isQuota(m.metric)),
      of("threshold", (t) => t.quantity.unit === "percent"),
      of("metric", (m) => isQuota(m.metric)),
    ],
    (_, threshold) => over("quota_used", as(threshold, "threshold")),
  ),
  rule(
    "over of quota left",
    [
      of("threshold"),
      of("metric", (m) => isQuota(m.metric)),
      of("metric", (m) => isLeft(m.metric)),
    ],
    (threshold, _, left) => over(as(left, "metric").metric, as(threshold, "threshold")),
  ),
  rule(
    "left over of quota",
    [
      of("metric", (m) => isLeft(m.metric)),
      of("threshold"),
      of("metric", (m) => isQuota(m.metric)),
    ],
    (left, threshold) => over(as(left, "metric").metric, as(threshold, "threshold")),
  ),
  rule(
    "over on one day",
    [of("cond", (item) => item.cond.k === "metric"), word("single_day")],
    (cond) => {
      const inner = as(cond, "cond").cond;
      return inner.k === "metric" ? { cat: "cond", cond: { ...inner, singleDay: true } } : null;
    },
  ),
  rule("metric against metric", [of("metric"), of("cmp", isStrict), of("metric")], (a, cmp, b) =>
    versus(as(a, "metric").metric, as(cmp, "cmp").op, 1, as(b, "metric").metric),
  ),
  rule(
    "over the forecast",
    [of("cmp", isStrict), of("metric", (m) => METRICS[m.metric].view === "forecasts")],
    (cmp, b) => versus("usage", as(cmp, "cmp").op, 1, as(b, "metric").metric),
  ),
  rule(
    "metric against a multiple",
    [of("metric"), of("threshold", (t) => t.quantity.unit === "times"), of("metric")],
    (a, threshold, b) =>
      versus(
        as(a, "metric").metric,
        as(threshold, "threshold").op,
        as(threshold, "threshold").quantity.value,
        as(b, "metric").metric,
      ),
  ),
  rule(
    "metric over, in a time, metric",
    [of("metric"), of("cmp", isStrict), of("time"), of("metric")],
    (a, cmp, time, b) =>
      bundle(versus(as(a, "metric").metric, as(cmp, "cmp").op, 1, as(b, "metric").metric), time),
  ),

  rule("count over of rows", [of("threshold", isPlain), of("noun")], (threshold, noun) =>
    count(as(threshold, "threshold"), as(noun, "noun")),
  ),
  rule(
    "count over of new rows",
    [of("threshold", isPlain), of("pred"), of("noun")],
    (threshold, pred, noun) => bundle(count(as(threshold, "threshold"), as(noun, "noun")), pred),
  ),
  rule(
    "count over of different",
    [of("threshold", isPlain), of("ask", (ask) => ask.what === "distinct"), of("dim")],
    (threshold, _, dim) => {
      const { op, quantity } = as(threshold, "threshold");
      return {
        cat: "cond",
        cond: { k: "count", noun: ROWS, distinct: as(dim, "dim").dim, op, n: quantity.value },
      };
    },
  ),
  rule("none of rows", [word("without"), of("noun", (noun) => !noun.weak)], (_, noun) => ({
    cat: "cond",
    cond: { k: "related", noun: as(noun, "noun"), negated: true },
  })),
  rule("no metric", [word("without"), of("metric", (m) => usageLike(m.metric))], (_, metric) => ({
    cat: "cond",
    cond: noTraffic(as(metric, "metric").metric),
  })),
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

  rule("happened in time", [of("pred", (pred) => !pred.inverse), of("time")], (pred, time) => ({
    cat: "cond",
    cond: { k: "time", members: as(pred, "pred").members, time: as(time, "time").time },
  })),
  rule(
    "not happened in time",
    [of("neg"), of("pred", (pred) => !pred.inverse), of("time")],
    (_, pred, time) => ({
      cat: "cond",
      cond: {
        k: "time",
        members: as(pred, "pred").members,
        time: as(time, "time").time,
        negated: true,
      },
    }),
  ),
  rule(
    "did not happen in time",
    [of("pred", (pred) => pred.inverse === true), of("time")],
    (pred, time) => ({
      cat: "cond",
      cond: {
        k: "time",
        members: as(pred, "pred").members,
        time: as(time, "time").time,
        negated: true,
      },
    }),
  ),
  rule("happened long ago", [of("pred", (pred) => !pred.inverse), of("ageop")], (pred, age) => ({
    cat: "cond",
    cond: {
      k: "age",
      members: as(pred, "pred").members,
      op: as(age, "ageop").op,
      duration: as(age, "ageop").duration,
    },
  })),
  rule(
    "not happened for long",
    [
      (item) => item.cat === "neg" || (item.cat === "word" && item.word === "without"),
      of("pred", (pred) => !pred.inverse),
      of("ageop"),
    ],
    (_, pred, age) => ({
      cat: "cond",
      cond: {
        k: "age",
        members: as(pred, "pred").members,
        op: as(age, "ageop").op,
        duration: as(age, "ageop").duration,
        negated: true,
      },
    }),
  ),
  rule(
    "gone for long",
    [of("pred", (pred) => pred.inverse === true), of("ageop")],
    (pred, age) => ({
      cat: "cond",
      cond: {
        k: "age",
        members: as(pred, "pred").members,
        op: as(age, "ageop").op,
        duration: as(age, "ageop").duration,
        negated: true,
      },
    }),
  ),
  rule(
    "not happened for",
    [
      (item) => item.cat === "neg" || (item.cat === "word" && item.word === "without"),
      of("pred", (pred) => !pred.inverse),
      of("duration"),
    ],
    (_, pred, span) => ({
      cat: "cond",
      cond: {
        k: "age",
        members: as(pred, "pred").members,
        op: "gt",
        duration: as(span, "duration").duration,
        negated: true,
      },
    }),
  ),
  rule("gone for", [of("pred", (pred) => pred.inverse === true), of("duration")], (pred, span) => ({
    cat: "cond",
    cond: {
      k: "age",
      members: as(pred, "pred").members,
      op: "gt",
      duration: as(span, "duration").duration,
      negated: true,
    },
  })),

  rule("grouped", [of("by"), of("dim")], (_, dim) => ({
    cat: "group",
    groups: [{ k: "dim", dim: as(dim, "dim").dim }],
  })),
  rule("grouped by grain", [of("by"), of("grain")], (_, grain) => ({
    cat: "group",
    groups: [{ k: "grain", grain: as(grain, "grain").grain }],
  })),
  rule(
    "grouped by rows",
    [
      of("by"),
      of("noun", (noun) => (noun.view === "sims" && !noun.weak) || noun.view === "alert_rules"),
    ],
    (_, noun) => groupedBy(as(noun, "noun")),
  ),
  rule("grouped further", [of("group"), word("and"), of("group")], (a, _, b) =>
    joined(a, as(b, "group").groups),
  ),
  rule("grouped, further", [of("group"), of("group")], (a, b) => joined(a, as(b, "group").groups)),
  rule("grouped and by", [of("group"), word("and"), of("dim")], (a, _, dim) =>
    joined(a, [{ k: "dim", dim: as(dim, "dim").dim }]),
  ),
  rule("grouped and grain", [of("group"), word("and"), of("grain")], (a, _, grain) =>
    joined(a, [{ k: "grain", grain: as(grain, "grain").grain }]),
  ),

  rule("top n", [of("top"), of("number")], (top, n) =>
    topped(as(top, "top").direction, as(n, "number").value),
  ),
  rule("n superlative", [of("number"), of("superlative")], (n, superlative) =>
    bundleTop(as(superlative, "superlative"), as(n, "number").value),
  ),
  rule("superlative n", [of("superlative"), of("number")], (superlative, n) =>
    bundleTop(as(superlative, "superlative"), as(n, "number").value),
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
  rule("value against value", [of("value"), of("versusword"), of("value")], (a, _, b) =>
    sideBySide(as(a, "value"), as(b, "value")),
  ),
  rule(
    "compare values",
    [of("versusword"), of("value"), word("and", "with", "or"), of("value")],
    (_, a, __, b) => sideBySide(as(a, "value"), as(b, "value")),
  ),
  rule("compared times", [of("time"), of("versusword"), of("time")], (a, _, b) => ({
    cat: "compare",
    a: as(a, "time").time,
    b: as(b, "time").time,
    change: false,
  })),
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
    value?.end === noun?.start || true ? modified(as(noun, "noun"), as(value, "value")) : null,
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

/** Rows of whatever the question is about: the noun of "two different countries". */
const ROWS: NounSem = { cat: "noun", view: "sims", conds: [], weak: true };

function either(first: ItemOf<"value">, second: ItemOf<"value">): Sem | null {
  if (
    first.dim === undefined ||
    first.dim !== second.dim ||
    (first.dim === "sim" && first.cond.said === second.cond.said)
  )
    return null;
  if (Boolean(first.cond.negated) !== Boolean(second.cond.negated) && !first.cond.negated)
    return null;
  if (first.dim === "tag" || first.dim === "quota_type") return null;
  const options = first.cond.options.flatMap((option): Option[] => {
    const other = second.cond.options.find(
      (candidate) =>
        candidate.view === option.view && memberOf(candidate.filter) === memberOf(option.filter),
    );
    return other ? [{ ...option, filter: { or: [option.filter, other.filter] } }] : [];
  });
  return options.length > 0
    ? {
        ...first,
        cond: { ...first.cond, options, said: `${first.cond.said} or ${second.cond.said}` },
      }
    : null;
}

/** Two values of one dimension compared: both, each in a row of its own. */
function sideBySide(a: ItemOf<"value">, b: ItemOf<"value">): Sem | null {
  const both = either(a, b);
  if (
    !both ||
    a.dim === undefined ||
    a.dim === "sim" ||
    a.cond.negated ||
    b.cond.negated ||
    !(a.dim in DIMS)
  )
    return null;
  return { cat: "bundle", parts: [both, { cat: "group", groups: [{ k: "dim", dim: a.dim }] }] };
}

export function memberOf(filter: Filter): string | null {
  if ("and" in filter) return filter.and[0] ? memberOf(filter.and[0]) : null;
  if ("or" in filter) return filter.or[0] ? memberOf(filter.or[0]) : null;
  return "member" in filter ? filter.member : null;
}

function narrowed(value: ItemOf<"value">, dim: string): Sem | null {
  const options = value.cond.options.filter(
    (option) =>
      option.dim === dim ||
      (dim === "event_type" && ["quota_type", "kind_of_row"].includes(option.dim)),
  );
  return options.length > 0
    ? { cat: "value", dim: options[0]?.dim ?? dim, cond: { ...value.cond, options } }
    : null;
}

function overMetric(metric: ItemOf<"metric">, threshold: ItemOf<"threshold">): Sem | null {
  if (threshold.quantity.unit === "times") return null;
  let name = metric.metric;
  if (threshold.quantity.unit === "percent") {
    if (name === "quota" || name === "usage") name = "quota_used";
    if (name === "sms_quota") name = "sms_used";
    const { kind, of: whole } = metricOf(name) as { kind: string; of?: string };
    if (whole === undefined && kind !== "fraction" && kind !== "percent") return null;
  }
  const kind = METRICS[name].kind;
  if (threshold.quantity.unit === "bytes" && kind !== "bytes") return null;
  if (threshold.quantity.unit === "money" && kind !== "money") return null;
  if (threshold.quantity.unit === "plain" && kind === "bytes" && threshold.quantity.value !== 0)
    return null;
  return over(name, threshold, metric.agg);
}

function over(
  metric: MetricName,
  threshold: ItemOf<"threshold">,
  agg?: ItemOf<"metric">["agg"],
): Sem {
  const cond: Cond = {
    k: "metric",
    metric,
    op: threshold.op,
    quantity: threshold.quantity,
    ...(agg ? { agg } : {}),
  };
  if (!threshold.upTo) return { cat: "cond", cond };
  return {
    cat: "bundle",
    parts: [
      { cat: "cond", cond },
      { cat: "cond", cond: { ...cond, op: "lte", quantity: threshold.upTo } },
    ],
  };
}

function versus(a: MetricName, op: ItemOf<"cmp">["op"], factor: number, b: MetricName): Sem | null {
  return a === b ? null : { cat: "cond", cond: { k: "versus", a, b, op, factor } };
}

function count(threshold: ItemOf<"threshold">, noun: NounSem): Sem {
  const { cat, view, conds } = noun;
  return {
    cat: "cond",
    cond: { k: "count", noun: { cat, view, conds }, op: threshold.op, n: threshold.quantity.value },
  };
}

function noTraffic(metric: MetricName): Cond {
  return { ...traffic(metric), negated: true };
}

function traffic(metric: MetricName): Cond {
  return { k: "related", noun: { cat: "noun", view: "sim_usage_daily", conds: [], metric } };
}

function groupedBy(noun: ItemOf<"noun">): Sem {
  if (noun.view !== "sims") return { cat: "group", groups: [{ k: "view", view: noun.view }] };
  const group: Sem = { cat: "group", groups: [{ k: "sim" }] };
  return noun.conds.length === 0
    ? group
    : {
        cat: "bundle",
        parts: [group, { cat: "noun", view: "sims", conds: noun.conds, weak: true }],
      };
}

function joined(a: Item | undefined, more: readonly Group[]): Sem | null {
  const groups = as(a, "group").groups;
  const fresh = more.filter(
    (group) => !groups.some((known) => JSON.stringify(known) === JSON.stringify(group)),
  );
  return fresh.length > 0 && groups.length < 4
    ? { cat: "group", groups: [...groups, ...fresh] }
    : null;
}

function topped(direction: "asc" | "desc", n: number): Sem | null {
  return Number.isInteger(n) && n >= 1 && n <= 1000 ? { cat: "top", direction, n } : null;
}

function bundleTop(superlative: ItemOf<"superlative">, n: number): Sem | null {
  const top = topped(superlative.direction, n);
  return top ? { cat: "bundle", parts: [top, { ...strip(superlative), plural: true }] } : null;
}

function strip(item: ItemOf<"superlative">): Extract<Sem, { cat: "superlative" }> {
  const { start: _, end: __, score: ___, ...sem } = item;
  return sem;
}

function bundle(first: Sem | null, second: Item | undefined): Sem | null {
  return first && second ? { cat: "bundle", parts: [first, second] } : null;
}

function modified(noun: ItemOf<"noun">, value: ItemOf<"value">): Sem | null {
  if (noun.weak || value.dim === "sim") return null;
  const fits = value.cond.options.some(
    (option) =>
      option.view === noun.view ||
      (option.view === "sims" && noun.view !== "rate_plans" && noun.view !== "alert_rules"),
  );
  return fits
    ? {
        cat: "noun",
        view: noun.view,
        conds: [value.cond, ...noun.conds],
        ...(noun.plural ? { plural: true } : {}),
      }
    : null;
}
