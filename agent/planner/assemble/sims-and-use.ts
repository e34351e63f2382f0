import type { Measure, Query } from "#query/query.ts";
import { metricOf } from "../lexicon/metrics.ts";
import type { Task } from "./assemble.ts";
import {
  and,
  COUNT,
  dimGroups,
  filtersOf,
  groupMembers,
  takeGroups,
  takeOrder,
  takeUnit,
} from "./common.ts";
import { isCountOfNoun } from "./count-parts.ts";
import { BYTE_UNITS } from "./figures.ts";
import { whereOf } from "./filters.ts";
import { nameOf } from "./per-units.ts";
import { defaultTime } from "./placing.ts";
import { takeWhere } from "./where.ts";

const USE = new Set(["usage", "upload", "download", "predicted"]);

/** "Number of SIMs and total data per customer": all the SIMs, and what they used in the period. */
export function simsAndTheirUse(task: Task): Query | null {
  const { pool, subject } = task;
  const metrics = pool.peek("metric");
  const isAsked =
    subject.noun?.view === "sims" &&
    !subject.events &&
    isCountOfNoun(task) &&
    metrics.length > 0 &&
    metrics.every(({ metric, agg }) => USE.has(metric) && (agg ?? "sum") === "sum") &&
    !metrics.some((metric) => pool.asks("count")?.end === metric.start);
  const isBounded = (["grain", "threshold", "top", "superlative", "compare"] as const).some(
    (cat) => pool.peek(cat).length > 0,
  );
  const hasOwnTime = pool.peek("cond").length > 0 || pool.peek("pred").length > 0;
  if (!isAsked || isBounded || hasOwnTime) return null;
  const times = pool.take("time").map((item) => item.time);
  const order = takeOrder(task);
  const unit = takeUnit(task, BYTE_UNITS);
  const groups = [...dimGroups(task), ...takeGroups(task)];
  const where = takeWhere(task, filtersOf(task, "sims"));
  pool.take("metric");
  pool.take("agg", ({ agg }) => agg === "sum");
  const figures = metrics.map(({ metric }) => {
    const { view, member } = metricOf(metric);
    const inPeriod = filtersOf(task, view).times(times, defaultTime(view));
    const measure: Measure = { agg: "sum", of: member, ...whereOf(inPeriod) };
    return {
      as: nameOf(metric, [], undefined),
      measure: { related: view, measure },
      ...(unit ? { unit } : {}),
    };
  });
  const [first] = figures;
  const groupBy = groupMembers(groups, "sims", null);
  return {
    from: "sims",
    measures: [{ as: "sims", measure: COUNT }, ...figures],
    ...(groupBy.length > 0 ? { groupBy } : {}),
    ...and(where),
    ...(order.direction && first
      ? { orderBy: [{ by: first.as, direction: order.direction }] }
      : {}),
  };
}
