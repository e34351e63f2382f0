import { BYTES_OF_UNIT } from "#core/bytes.ts";
import { METRICS } from "../lexicon/metrics.ts";
import { bundle, over, overDuration, overMetric, versus } from "./compose.ts";
import type { ItemOf, Sem } from "./items.ts";
import { as, isLeft, isQuota, isStrict, of, type Rule, rule, usageLike, word } from "./parts.ts";

/** Figures compared with amounts and with each other. */
export const METRIC_RULES: readonly Rule[] = [
  rule(
    "price of a megabyte of what is included",
    [
      of("quantity", isOneUnit),
      of("metric", (m) => m.metric === "included_data"),
      of("metric", isPrice),
    ],
    (size) => pricePer(as(size, "quantity")),
  ),
  rule(
    "price of a megabyte of what is included, price first",
    [
      of("metric", isPrice),
      of("quantity", isOneUnit),
      of("metric", (m) => m.metric === "included_data"),
    ],
    (_, size) => pricePer(as(size, "quantity")),
  ),
  rule("metric over", [of("metric"), of("threshold")], (metric, threshold) =>
    overMetric(as(metric, "metric"), as(threshold, "threshold")),
  ),
  rule("metric longer than", [of("metric"), of("ageop", (age) => !age.ago)], (metric, age) =>
    overDuration(as(metric, "metric"), as(age, "ageop")),
  ),
  rule("longer than metric", [of("ageop", (age) => !age.ago), of("metric")], (age, metric) =>
    overDuration(as(metric, "metric"), as(age, "ageop")),
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
];

function isPrice({ metric }: ItemOf<"metric">): boolean {
  return metric === "monthly_price";
}

/** "A megabyte", "one GB". */
function isOneUnit({ quantity }: ItemOf<"quantity">): boolean {
  return quantity.unit === "bytes" && Object.values(ONE_UNIT).includes(quantity.value);
}

const ONE_UNIT = { price_per_mb: BYTES_OF_UNIT.mb, price_per_gb: BYTES_OF_UNIT.gb };

function pricePer({ quantity }: ItemOf<"quantity">): Sem {
  const isMb = quantity.value === ONE_UNIT.price_per_mb;
  return { cat: "metric", metric: isMb ? "price_per_mb" : "price_per_gb" };
}
