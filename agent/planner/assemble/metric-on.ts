import type { View } from "#query/query.ts";
import { type Metric, type MetricName, metricOf } from "../lexicon/metrics.ts";

/** Where a metric's rows are when `view` is read. */
export function metricOn(name: MetricName, view: View): Metric {
  const metric = metricOf(name);
  if (view === "sim_usage" && metric.raw)
    return {
      ...metric,
      view,
      member: metric.raw.member,
      ...(metric.raw.where ? { where: metric.raw.where } : {}),
    };
  return metric;
}
