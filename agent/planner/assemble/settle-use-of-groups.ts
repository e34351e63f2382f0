import { metricOf } from "../lexicon/metrics.ts";
import type { Pool } from "./pool.ts";
import { Trouble } from "./trouble.ts";

const GROUPS = new Set(["customer", "operator", "country", "rate_plan", "rat"]);

/** "Which customers used more than 5 GB last week", "… half of their quota": what all of theirs used together, and not what one SIM did. */
export function settleUseOfGroups(pool: Pool): void {
  const bounds = pool
    .peek("cond")
    .flatMap(({ cond, ...item }) => (cond.k === "metric" ? [{ ...item, cond }] : []));
  const [bound] = bounds;
  if (!bound || bounds.some(({ cond }) => cond.negated)) return;
  const { metric, agg } = bound.cond;
  const isOfOne = bounds.every(({ cond }) => cond.metric === metric && cond.agg === agg);
  if (!isOfOne) return;
  const isOfQuota =
    metric === "quota_used" && bounds.every(({ cond }) => cond.quantity.unit === "percent");
  const isUse = (metricOf(metric).view === "sim_usage_daily" || isOfQuota) && !agg;
  const groups = pool.peek("dim", ({ dim, start }) => GROUPS.has(dim) && start < bound.start);
  const isOfRows =
    pool.peek("noun", ({ weak }) => !weak).length > 0 ||
    pool.peek("metric").length + pool.peek("group").length + pool.peek("grain").length > 0 ||
    pool.peek("value", ({ dim }) => dim === "sim").length > 0;
  if (!isUse || groups.length === 0 || isOfRows) return;
  if (bounds.some(({ cond }) => cond.singleDay))
    throw new Trouble("On one day of one SIM, or of all of them together?", "value");
  pool.take("cond", ({ cond }) => cond.k === "metric");
  pool.put(
    {
      cat: "metric",
      ...(isOfQuota ? { metric: "used_percent", agg: "sum" } : { metric }),
      start: bound.start,
      end: bound.end,
      score: 0,
    },
    ...bounds.map(({ start, end, cond: { op, quantity } }) => ({
      cat: "threshold" as const,
      op,
      quantity,
      start,
      end,
      score: 0,
    })),
  );
}
