import { metricOf } from "../lexicon/metrics.ts";
import type { Pool } from "./pool.ts";
import { Trouble } from "./trouble.ts";

const GROUPS = new Set(["customer", "operator", "country", "rate_plan", "rat"]);

/** "Which customers used more than 5 GB last week": what all of theirs used together, and not what one SIM did. */
export function settleUseOfGroups(pool: Pool): void {
  const [bound, ...others] = pool.peek("cond", ({ cond }) => cond.k === "metric");
  if (bound?.cond.k !== "metric" || others.length > 0 || bound.cond.negated) return;
  const { metric, op, quantity, agg, singleDay } = bound.cond;
  const isUse = metricOf(metric).view === "sim_usage_daily" && !agg;
  const groups = pool.peek("dim", ({ dim, start }) => GROUPS.has(dim) && start < bound.start);
  const isOfRows =
    pool.peek("noun", ({ weak }) => !weak).length > 0 ||
    pool.peek("metric").length + pool.peek("group").length + pool.peek("grain").length > 0 ||
    pool.peek("value", ({ dim }) => dim === "sim").length > 0;
  if (!isUse || groups.length === 0 || isOfRows) return;
  if (singleDay) throw new Trouble("On one day of one SIM, or of all of them together?", "value");
  const { start, end } = bound;
  pool.drop(bound);
  pool.put(
    { cat: "metric", metric, start, end, score: 0 },
    { cat: "threshold", op, quantity, start, end, score: 0 },
  );
}
