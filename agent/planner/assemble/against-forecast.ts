import type { Filter, Measure, Query, View } from "#query/query.ts";
import { METRICS, type MetricName } from "../lexicon/metrics.ts";
import type { Cond } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import { and, dimGroups, filtersOf, groupMembers, takeGroups, takeUnit, unique } from "./common.ts";
import { BYTE_UNITS } from "./figures.ts";
import { takeTimes, takeWhere } from "./where.ts";

type Versus = Extract<Cond, { k: "versus" }>;

/** Real usage that passed what was forecast: by the groups that are asked for, else day by day. */
export function actualAgainstForecast(
  task: Task,
  versus: Versus,
  names: readonly MetricName[],
): Query {
  const groups = [...dimGroups(task), ...takeGroups(task).filter((group) => group.k !== "grain")];
  if (groups.length > 0) return byGroup(task, versus, groups);
  const from: View = "sim_usage_daily";
  const filters = filtersOf(task, from);
  const where = takeWhere(task, filters);
  where.push(...takeTimes(task, filters).where, filters.of(versus));
  takeUnit(task, BYTE_UNITS);
  const shown = unique([
    "sim_usage_daily.iccid",
    "sims.label",
    "sim_usage_daily.day",
    "sim_usage_daily.total_volume",
    "forecasts.predicted",
    ...names.map((name) => METRICS[name].member),
  ]);
  return { from, columns: shown, ...and(where) };
}

/** Of every SIM-day that has a forecast; one without a record used nothing. */
function byGroup(task: Task, versus: Versus, groups: Parameters<typeof groupMembers>[0]): Query {
  const from: View = "forecasts";
  const filters = filtersOf(task, from);
  const where: Filter[] = takeWhere(task, filters);
  where.push(...takeTimes(task, filters).where);
  const unit = takeUnit(task, BYTE_UNITS);
  const sum = (name: MetricName): Measure => ({ agg: "sum", of: METRICS[name].member });
  const shown = unit ? { unit } : {};
  return {
    from,
    measures: [
      { as: "data_used", measure: sum(versus.a), ...shown },
      { as: "predicted", measure: sum(versus.b), ...shown },
    ],
    groupBy: groupMembers(groups, from, null),
    ...and(where),
    having: [
      {
        measure: "data_used",
        op: versus.op,
        other: "predicted",
        ...(versus.factor === 1 ? {} : { factor: versus.factor }),
      },
    ],
  };
}
