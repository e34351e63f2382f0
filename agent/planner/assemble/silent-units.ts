import type { Filter, Measure, Query } from "#query/query.ts";
import { metricOf } from "../lexicon/metrics.ts";
import type { Task } from "./assemble.ts";
import { and, filtersOf, takeOrder } from "./common.ts";
import { Trouble } from "./trouble.ts";
import { takeWhere } from "./where.ts";

/** Days without traffic: of one SIM the days themselves, else how many each SIM had. */
export function silentUnits(task: Task): Query {
  const { pool, subject } = task;
  const asked = pool.take("silent");
  const [first] = asked;
  if (!first) throw new Trouble("Which days?", "time");
  pool.take("grain", (item) => item.grain === first.unit);
  pool.take("metric", (item) => item.metric === "usage");
  pool.take("pred", (pred) => pred.members.length > 2); // "did", "happened"
  const times = pool.take("time").map((item) => item.time);
  const rows = filtersOf(task, "sim_usage_daily");
  const period = rows.times(times, "sim_usage_daily.day");
  if (!period.some((filter) => "time" in filter && filter.from))
    throw new Trouble("Days without data: in which period?", "time");
  const { member } = metricOf(first.metric);
  if (subject.single && !pool.asks("count") && first.op === undefined)
    return daysOf(task, period, member, first.unit);
  const traffic: Filter = { member, op: "gt", value: 0 };
  const measure: Measure = {
    related: "sim_usage_daily",
    measure: { without: first.unit, where: { and: [...period, traffic] } },
  };
  const as = `${first.unit}s_without_data`;
  const filters = filtersOf(task, "sims");
  const where = takeWhere(task, filters);
  const bounds = asked.flatMap(({ op, n }) =>
    op && n !== undefined ? [{ measure: as, op, value: n }] : [],
  );
  pool.take("group", (item) => item.groups.every((group) => group.k === "sim"));
  const order = takeOrder(task);
  return {
    from: "sims",
    measures: [{ as, measure }],
    ...and(where),
    ...(bounds.length > 0 ? { having: bounds } : {}),
    orderBy: [{ by: as, direction: order.direction ?? "desc" }],
    ...(order.limit ? { limit: order.limit } : {}),
  };
}

function daysOf(
  task: Task,
  period: Filter[],
  member: string,
  grain: "day" | "week" | "month",
): Query {
  const where = [...takeWhere(task, filtersOf(task, "sim_usage_daily")), ...period];
  const measure: Measure = { agg: "sum", of: member };
  return {
    from: "sim_usage_daily",
    measures: [{ as: "data_used", measure }],
    groupBy: [{ member: "sim_usage_daily.day", grain }],
    ...and(where),
    fillGaps: true,
    having: [{ measure: "data_used", op: "eq", value: 0 }],
  };
}
