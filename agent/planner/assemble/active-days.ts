import type { Query } from "#query/query.ts";
import { metricOf } from "../lexicon/metrics.ts";
import type { Task } from "./assemble.ts";
import { and, filtersOf, groupMembers, takeGroups } from "./common.ts";
import { takeTimes, takeWhere } from "./where.ts";

/** "On how many days did it use data": the days that have traffic; null for another question. */
export function activeDays(task: Task): Query | null {
  const { pool, subject } = task;
  const ask = pool.asks("count");
  const days = [
    ...pool.peek("unit", (item) => item.unit === "day"),
    ...pool.peek("grain", (item) => item.grain === "day" && !item.adjective),
  ].find((item) => ask && item.start === ask.end);
  const [metric, ...others] = pool.peek("metric");
  const [traffic, ...conds] = pool.peek("cond");
  const had = traffic?.cond.k === "related" && !traffic.cond.negated && traffic.cond.noun.metric;
  const name = metric ? metric.metric : had || null;
  const isUsage = name !== null && metricOf(name).view === "sim_usage_daily";
  const isPlain = others.length + conds.length === 0 && (metric ? !traffic : true);
  if (!days || !isUsage || !isPlain) return null;
  pool.drop(days);
  pool.take("metric");
  pool.take("cond");
  const from = "sim_usage_daily";
  const filters = filtersOf(task, from);
  const where = takeWhere(task, filters);
  where.push(...takeTimes(task, filters).where);
  where.push({ member: metricOf(name).member, op: "gt", value: 0 });
  const dims = subject.dims.map((dim) => ({ k: "dim", dim }) as const);
  const groupBy = groupMembers([...dims, ...takeGroups(task)], from, `${from}.day`);
  return {
    from,
    measures: [{ as: "days", measure: { agg: "count_distinct", of: `${from}.day` } }],
    ...(groupBy.length > 0 ? { groupBy } : {}),
    ...and(where),
  };
}
