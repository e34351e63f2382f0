import type { MetricName } from "../lexicon/metrics.ts";
import { over, versus } from "./compose.ts";
import type { Cond, Item, ItemOf, Sem } from "./items.ts";
import { as, isLeft, of, type Rule, rule, usageLike, word } from "./parts.ts";

type MetricItem = ItemOf<"metric">;

/** "Used", "left" and "unused", said of an allowance that the words beside them name. */
export const QUOTA_RULES: readonly Rule[] = [
  rule("left of an allowance", [of("metric", isLeftOver), of("metric", isAllowance)], (_, whole) =>
    remainingOf(whole),
  ),
  rule("allowance left", [of("metric", isAllowance), of("metric", isLeftOver)], (whole) =>
    remainingOf(whole),
  ),
  rule("unused allowance", [word("unused"), of("metric", isAllowance)], (_, whole) =>
    remainingOf(whole),
  ),
  rule("allowance unused", [of("metric", isAllowance), word("unused")], (whole) =>
    remainingOf(whole),
  ),
  rule("messages left", [of("noun", isMessages), of("metric", isLeftOver)], () =>
    figure("sms_remaining"),
  ),
  rule(
    "messages included",
    [of("noun", isMessages), of("metric", (metric) => metric.metric === "included_data")],
    () => figure("included_sms"),
  ),
  rule(
    "over an allowance",
    [of("cmp", ({ op }) => op === "gt"), of("metric", isAllowance)],
    (_, whole) =>
      versus(
        USED[as(whole, "metric").metric] ?? "quota_used",
        "gte",
        1,
        as(whole, "metric").metric,
      ),
  ),
  rule("used of an allowance", [of("metric", isUse), of("metric", isAllowance)], (_, whole) =>
    figure(USED[as(whole, "metric").metric]),
  ),
  rule("allowance used", [of("metric", isAllowance), of("metric", isUse)], (whole) =>
    figure(USED[as(whole, "metric").metric]),
  ),
  rule(
    "over of an allowance used",
    [of("threshold", isPercent), of("metric", isAllowance), of("metric", isUse)],
    (threshold, whole) => overOf(threshold, USED[as(whole, "metric").metric]),
  ),
  rule(
    "used, over of an allowance",
    [of("metric", isUse), of("threshold", isPercent), of("metric", isAllowance)],
    (_, threshold, whole) => overOf(threshold, USED[as(whole, "metric").metric]),
  ),
  rule(
    "over of an allowance unused",
    [of("threshold", isPercent), of("metric", isAllowance), word("unused")],
    (threshold, whole) => overOf(threshold, LEFT[as(whole, "metric").metric]),
  ),
  rule("over unused", [of("threshold", isPercent), word("unused")], (threshold) =>
    overOf(threshold, "data_remaining"),
  ),
  rule("data that expires", [of("metric", isUse), of("pred", isExpiry)], (_, expiry) => {
    const { members, columns } = as(expiry, "pred");
    return { cat: "pred", members, ...(columns ? { columns } : {}) };
  }),
  rule(
    "none of an allowance used",
    [of("metric", isUse), word("without"), of("metric", isAllowance)],
    (_, __, whole) => noneOf(USED[as(whole, "metric").metric]),
  ),
  rule(
    "not used any of an allowance",
    [
      of("neg"),
      of("metric", (metric) => metric.metric === "quota_used" || metric.metric === "sms_used"),
    ],
    (_, used) => noneOf(as(used, "metric").metric),
  ),
  rule(
    "nothing left of an allowance",
    [word("without"), of("metric", (metric) => isLeft(metric.metric) && metric.verb !== true)],
    (_, left) => noneOf(as(left, "metric").metric),
  ),
  rule(
    "at a percentage of an allowance",
    [
      of("quantity", (item) => item.quantity.unit === "percent"),
      word("orMore"),
      of("metric", isAllowance),
    ],
    (size, _, whole) => ({
      cat: "cond",
      cond: {
        k: "metric",
        metric: USED[as(whole, "metric").metric] ?? "quota_used",
        op: "gte",
        quantity: as(size, "quantity").quantity,
      },
    }),
  ),
  rule("no quota", [word("without"), of("metric", isAllowance)], (_, quota) =>
    withoutQuota(as(quota, "metric").metric),
  ),
];

/** "With no SMS allowance": nothing on record, which is not a quota of nothing. */
function withoutQuota(metric: MetricName | undefined): Sem | null {
  const type = metric === "sms_quota" ? "sms" : "data";
  const filter = { member: "sim_quota.type", op: "eq", value: type } as const;
  const options = [{ view: "sim_quota", dim: "quota_type", filter }] as const;
  const conds: Cond[] = [{ k: "value", said: `${type} quota`, options }];
  return {
    cat: "cond",
    cond: { k: "related", noun: { cat: "noun", view: "sim_quota", conds }, negated: true },
  };
}

const USED: Partial<Record<MetricName, MetricName>> = {
  quota: "quota_used",
  sms_quota: "sms_used",
};
const LEFT: Partial<Record<MetricName, MetricName>> = {
  quota: "data_remaining",
  sms_quota: "sms_remaining",
};

function isExpiry({ members }: ItemOf<"pred">): boolean {
  return members.some((member) => member.endsWith(".expires_at"));
}

function isAllowance({ metric, agg }: MetricItem): boolean {
  return agg === undefined && metric in USED;
}

function isLeftOver({ metric }: MetricItem): boolean {
  return isLeft(metric);
}

function isUse({ metric, agg }: MetricItem): boolean {
  return agg === undefined && usageLike(metric);
}

function isPercent({ quantity }: ItemOf<"threshold">): boolean {
  return quantity.unit === "percent";
}

function isMessages({ view, conds }: ItemOf<"noun">): boolean {
  return view === "sms_messages" && conds.length === 0;
}

function remainingOf(whole: Item | undefined): Sem | null {
  return figure(LEFT[as(whole, "metric").metric]);
}

function figure(metric: MetricName | undefined): Sem | null {
  return metric ? { cat: "metric", metric } : null;
}

function overOf(threshold: Item | undefined, metric: MetricName | undefined): Sem | null {
  return metric ? over(metric, as(threshold, "threshold")) : null;
}

function noneOf(metric: MetricName | undefined): Sem | null {
  if (!metric) return null;
  const quantity = { value: 0, unit: "plain", said: "none" } as const;
  return { cat: "cond", cond: { k: "metric", metric, op: "lte", quantity } };
}
