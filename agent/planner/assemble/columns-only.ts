import type { View } from "#query/query.ts";
import { reachable } from "#query/relations.ts";
import { metricOf } from "../lexicon/metrics.ts";
import type { Task } from "./assemble.ts";

/** "The total quota of all meters": one figure. */
const OF_ALL = /\b(?:of|for|across|over) all\b/;

/** In a list of rows, figures of those rows are columns: "EV chargers with an upgrade, with current volume". */
export function isColumnsOnly(task: Task): boolean {
  const { pool, subject } = task;
  if (pool.peek("metric", (item) => item.agg !== undefined).length > 0) return false;
  if (pool.peek("agg").length > 0 || pool.peek("group").length > 0 || pool.peek("grain").length > 0)
    return false;
  const isRanked = pool.peek("superlative", ({ members }) => members === undefined).length > 0;
  if (subject.dims.length > 0 && isRanked) return false; // "which team resolves tickets fastest"
  if (pool.asks("much") || pool.asks("count") || pool.asks("long")) return false;
  if (subject.noun?.view === "sim_quota") return true;
  const root: View | null =
    subject.events?.view ?? subject.noun?.view ?? (subject.plans ? "rate_plans" : null);
  if (!root) return false;
  const metrics = pool.peek("metric");
  if (
    metrics.some((item) => task.words[item.start] === "total") &&
    OF_ALL.test(task.words.join(" "))
  )
    return false;
  if (pool.peek("cond", (item) => item.cond.k === "versus").length > 0) return false;
  const isTotal = metrics.some((item) => item.metric === "monthly_fee");
  if (isTotal && !pool.asks("list") && task.words[0] !== "which") return false;
  const first = metrics[0];
  if (
    first &&
    !subject.dims.length &&
    first.start < subject.start &&
    !pool.asks("list") &&
    !pool.peek("top").length &&
    !pool.peek("superlative").length
  )
    return false;
  return metrics.every(({ metric }) => {
    const { member, view, measure } = metricOf(metric);
    const prefix = member.split(".")[0] ?? "";
    return (
      measure === undefined &&
      view !== "sim_usage_daily" &&
      view !== "forecasts" &&
      [...reachable(root).keys()].some((joined) => joined === prefix)
    );
  });
}
