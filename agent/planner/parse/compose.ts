import type { Filter, View } from "#query/query.ts";
import { DIMS } from "../lexicon/dims.ts";
import { METRICS, type MetricName, metricOf } from "../lexicon/metrics.ts";
import type { Cond, Group, Item, ItemOf, NounSem, Option, Sem } from "./items.ts";
import { as } from "./parts.ts";

/** Rows of whatever the question is about: the noun of "two different countries". */
export const ROWS: NounSem = { cat: "noun", view: "sims", conds: [], weak: true };

export function either(first: ItemOf<"value">, second: ItemOf<"value">): Sem | null {
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
    const member = memberOf(option.filter);
    const other = second.cond.options.find(
      (candidate) => candidate.view === option.view && memberOf(candidate.filter) === member,
    );
    return other ? [{ ...option, filter: anyOf(option.filter, other.filter) }] : [];
  });
  return options.length > 0
    ? {
        ...first,
        cond: { ...first.cond, options, said: `${first.cond.said} or ${second.cond.said}` },
      }
    : null;
}

/** "not delivered, failed or expired": what comes after all but one says which of those are meant. */
function anyOf(first: Filter, second: Filter): Filter {
  const isAllButOne = "op" in first && first.op === "ne";
  const isNarrower = "or" in second || ("op" in second && second.op === "eq");
  return isAllButOne && isNarrower ? second : { or: [first, second] };
}

/** Two values of one dimension compared: both, each in a row of its own. */
export function sideBySide(a: ItemOf<"value">, b: ItemOf<"value">): Sem | null {
  const both = either(a, b);
  if (
    !both ||
    a.dim === undefined ||
    a.cond.negated ||
    b.cond.negated ||
    isRegion(a) ||
    isRegion(b) ||
    !(a.dim in DIMS || a.dim === "sim")
  )
    return null;
  if (a.dim === "sim")
    return { cat: "bundle", parts: [both, { cat: "group", groups: [{ k: "sim" }] }] };
  return { cat: "bundle", parts: [both, { cat: "group", groups: [{ k: "dim", dim: a.dim }] }] };
}

/** Several countries under one name: told apart by country, they would not be one any more. */
function isRegion({ dim, cond }: ItemOf<"value">): boolean {
  return (
    dim === "country" && cond.options.some(({ filter }) => "op" in filter && filter.op === "in")
  );
}

/** What a phrase is made of, which may be several things at once. */
export function partsOf(item: Sem): readonly Sem[] {
  return item.cat === "bundle" ? item.parts : [item];
}

export function memberOf(filter: Filter): string | null {
  if ("not" in filter) return memberOf(filter.not);
  if ("and" in filter) return filter.and[0] ? memberOf(filter.and[0]) : null;
  if ("or" in filter) return filter.or[0] ? memberOf(filter.or[0]) : null;
  return "member" in filter ? filter.member : null;
}

export function narrowed(value: ItemOf<"value">, dim: string): Sem | null {
  const options = value.cond.options.filter(
    (option) =>
      option.dim === dim ||
      (dim === "event_type" && ["quota_type", "kind_of_row", "kind"].includes(option.dim)),
  );
  return options.length > 0
    ? { cat: "value", dim: options[0]?.dim ?? dim, cond: { ...value.cond, options } }
    : null;
}

/** What a SIM or a ticket may have none of. */
const MAY_LACK = new Set([
  "customer",
  "country",
  "operator",
  "rate_plan",
  "team",
  "imei",
  "imsi",
  "msisdn",
  "ip_address",
  "label",
]);

/** "no customer", "without a rate plan"; `op` also for what has one. */
export function lacking(
  name: string,
  op: "is_null" | "is_not_null" = "is_null",
): Extract<Sem, { cat: "value" }> | null {
  const dim = MAY_LACK.has(name) ? DIMS[name as keyof typeof DIMS] : undefined;
  if (!dim) return null;
  const options = dim.members.map(
    (member): Option => ({
      view: member.split(".")[0] as Option["view"],
      dim: name,
      filter: { member, op },
    }),
  );
  const said = `${op === "is_null" ? "no" : "a"} ${dim.label}`;
  return { cat: "value", dim: name, cond: { k: "value", options, said } };
}

export function overMetric(metric: ItemOf<"metric">, threshold: ItemOf<"threshold">): Sem | null {
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

export function over(
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

const MINUTES = { minute: 1, hour: 60, day: 1440, week: 10_080, month: 43_200, year: 525_600 };

/** "a cooldown of more than an hour", in the figure's own unit. */
export function overDuration(metric: ItemOf<"metric">, age: ItemOf<"ageop">): Sem | null {
  const { kind } = metricOf(metric.metric);
  if (kind !== "minute" && kind !== "hour" && kind !== "day") return null;
  const { amount, unit } = age.duration;
  const quantity = {
    value: (amount * MINUTES[unit]) / MINUTES[kind],
    unit: "plain",
    said: `${amount} ${unit}`,
  } as const;
  return {
    cat: "cond",
    cond: {
      k: "metric",
      metric: metric.metric,
      op: age.op,
      quantity,
      ...(metric.agg ? { agg: metric.agg } : {}),
    },
  };
}

export function versus(
  a: MetricName,
  op: ItemOf<"cmp">["op"],
  factor: number,
  b: MetricName,
): Sem | null {
  return a === b ? null : { cat: "cond", cond: { k: "versus", a, b, op, factor } };
}

export function count(threshold: ItemOf<"threshold">, noun: NounSem): Sem {
  const { cat, view, conds } = noun;
  return {
    cat: "cond",
    cond: { k: "count", noun: { cat, view, conds }, op: threshold.op, n: threshold.quantity.value },
  };
}

/** Dimensions that rows of one SIM are spread over, so that a number of them counts different ones. */
export const SPREADS: ReadonlySet<string> = new Set([
  "operator",
  "country",
  "cause",
  "customer",
  "kind",
  "rate_plan",
  "rat",
]);

export function countDistinct({ op, quantity }: ItemOf<"threshold">, dim: string): Sem {
  return {
    cat: "cond",
    cond: { k: "count", noun: ROWS, distinct: dim, op, n: quantity.value },
  };
}

export function noTraffic(metric: MetricName): Cond {
  return { ...traffic(metric), negated: true };
}

export function traffic(metric: MetricName): Cond {
  return { k: "related", noun: { cat: "noun", view: "sim_usage_daily", conds: [], metric } };
}

export function groupedBy(noun: ItemOf<"noun">): Sem {
  if (noun.view !== "sims") return { cat: "group", groups: [{ k: "view", view: noun.view }] };
  const group: Sem = { cat: "group", groups: [{ k: "sim" }] };
  return noun.conds.length === 0
    ? group
    : {
        cat: "bundle",
        parts: [group, { cat: "noun", view: "sims", conds: noun.conds, weak: true }],
      };
}

export function joined(a: Item | undefined, more: readonly Group[]): Sem | null {
  const groups = as(a, "group").groups;
  const fresh = more.filter(
    (group) => !groups.some((known) => JSON.stringify(known) === JSON.stringify(group)),
  );
  return fresh.length > 0 && groups.length < 4
    ? { cat: "group", groups: [...groups, ...fresh] }
    : null;
}

export function topped(direction: "asc" | "desc", n: number): Sem | null {
  return Number.isInteger(n) && n >= 1 && n <= 1000 ? { cat: "top", direction, n } : null;
}

export function bundleTop(superlative: ItemOf<"superlative">, n: number): Sem | null {
  const top = topped(superlative.direction, n);
  return top ? { cat: "bundle", parts: [top, { ...strip(superlative), plural: true }] } : null;
}

export function strip(item: ItemOf<"superlative">): Extract<Sem, { cat: "superlative" }> {
  const { start: _, end: __, score: ___, ...sem } = item;
  return sem;
}

export function bundle(first: Sem | null, second: Item | undefined): Sem | null {
  return first && second ? { cat: "bundle", parts: [first, second] } : null;
}

/** Another value of one member: no row has both. */
function contradicts(a: Cond, b: Extract<Cond, { k: "value" }>, view: View): boolean {
  if (a.k !== "value" || a.negated || b.negated) return false;
  const membersOf = (cond: typeof b) =>
    cond.options.filter((one) => one.view === view).map((one) => memberOf(one.filter));
  const members = new Set(membersOf(a));
  members.delete("sims.tags");
  return membersOf(b).some((member) => members.has(member));
}

export function modified(noun: ItemOf<"noun">, value: ItemOf<"value">): Sem | null {
  if (
    noun.weak ||
    value.dim === "sim" ||
    noun.conds.some((cond) => contradicts(cond, value.cond, noun.view))
  )
    return null;
  const isHead = value.dim === "tag" && noun.view !== "sims" && noun.start > value.end;
  if (isHead || (value.dim === "tag" && noun.verb)) return null; // "meters that were rejected" are meters, "meter rejects" are rejects
  const fits = value.cond.options.some(
    (option) =>
      option.view === noun.view ||
      (option.view === "alert_rules" && option.dim === "rule" && noun.view === "alerts") ||
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
