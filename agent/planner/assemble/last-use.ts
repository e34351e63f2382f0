import type { Filter, Measure, Query } from "#query/query.ts";
import { metricOf } from "../lexicon/metrics.ts";
import { usageLike } from "../parse/parts.ts";
import type { Task } from "./assemble.ts";
import { and, filtersOf } from "./common.ts";
import { Trouble } from "./trouble.ts";
import { takeWhere } from "./where.ts";

/** "When did X last use data", "the last traffic of each camera": the date, not the volume. */
export function lastUse(task: Task): Query | null {
  const { pool, subject } = task;
  const [end] = pool.peek("superlative", ({ members }) => members?.length === 0);
  const [metric, other] = pool.peek("metric");
  const isOther =
    other !== undefined ||
    pool.asks("much") !== undefined ||
    pool.asks("count") !== undefined ||
    ["time", "grain", "top", "unit", "agg", "threshold"].some((cat) =>
      pool.items.some((item) => item.cat === cat),
    ) ||
    (subject.noun !== null && subject.noun.view !== "sims") ||
    subject.dims.length > 0;
  if (!end || !metric || !usageLike(metric.metric)) return null;
  if (metric.start === end.end && pool.peek("time").length > 0)
    throw new Trouble("The very first or last traffic, or that within the time?", "time");
  if (isOther) return null;
  const groups = pool.peek("group");
  if (!groups.every((item) => item.groups.every(({ k }) => k === "sim"))) return null;
  const isNamed = subject.single || subject.noun !== null || groups.length > 0;
  if (!isNamed) return null;
  for (const item of [end, metric, ...groups, ...pool.peek("pred")]) pool.drop(item);
  const { member } = metricOf(metric.metric);
  const agg = end.direction === "desc" ? "max" : "min";
  const moved: Filter = { member, op: "gt", value: 0 };
  const day: Measure = {
    related: "sim_usage_daily",
    measure: { agg, of: "sim_usage_daily.day", where: moved },
  };
  const as = agg === "max" ? "last_day_with_data" : "first_day_with_data";
  const where = takeWhere(task, filtersOf(task, "sims"));
  return {
    from: "sims",
    measures: [{ as, measure: day }, ...(subject.single ? momentOf(metric.metric, agg) : [])],
    ...and(where),
    orderBy: [{ by: as, direction: end.direction }],
  };
}

/** The very moment, from the raw records of one SIM. */
function momentOf(metric: string, agg: "max" | "min"): NonNullable<Query["measures"]> {
  const moved: Filter[] = [
    { member: "sim_usage.volume", op: "gt", value: 0 },
    ...(metric === "usage"
      ? []
      : [{ member: "sim_usage.direction", op: "eq" as const, value: metric }]),
  ];
  const measure: Measure = { agg, of: "sim_usage.timestamp", where: { and: moved } };
  const as = agg === "max" ? "last_data_at" : "first_data_at";
  return [{ as, measure: { related: "sim_usage", measure } }];
}
