import type { Comparator, Filter, Member } from "#query/query.ts";
import type { Metric } from "../lexicon/metrics.ts";
import type { Quantity } from "../parse/items.ts";
import { Trouble } from "./trouble.ts";

export function negate(filter: Filter): Filter {
  if ("member" in filter && "value" in filter && filter.op === "eq") {
    return typeof filter.value === "boolean"
      ? { ...filter, value: !filter.value }
      : { member: filter.member, op: "ne", value: filter.value };
  }
  if ("member" in filter && filter.op === "is_null")
    return { member: filter.member, op: "is_not_null" };
  if ("member" in filter && filter.op === "is_not_null")
    return { member: filter.member, op: "is_null" };
  return { not: filter };
}

export function compareMember(
  member: Member,
  op: Comparator,
  quantity: Quantity,
  metric: Metric,
): Filter {
  if (quantity.unit === "percent" && metric.of)
    return { member, op, other: metric.of, factor: quantity.value / 100 };
  return { member, op, value: amountOf(quantity, metric) };
}

/** An amount in the metric's own unit. */
export function amountOf(quantity: Quantity, metric: Metric): number {
  if (quantity.unit === "percent" && metric.kind === "fraction") return quantity.value / 100;
  if (quantity.unit === "percent" && metric.kind === "number")
    throw new Trouble(`${quantity.said} of what?`, "unit");
  if (quantity.unit === "mean") return quantity.value;
  if (metric.kind === "bytes" && quantity.unit !== "bytes" && quantity.value !== 0)
    throw new Trouble(`${quantity.said} of what: MB or GB?`, "unit");
  if (metric.kind === "money" && quantity.unit === "bytes")
    throw new Trouble(`${quantity.said} is data, and the ${metric.label} is money.`, "unit");
  return quantity.value;
}
