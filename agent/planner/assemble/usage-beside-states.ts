import { CATALOGUE } from "#query/catalogue.ts";
import type { Measure, Query } from "#query/query.ts";
import { metricOf } from "../lexicon/metrics.ts";
import { usageLike } from "../parse/parts.ts";
import type { Task } from "./assemble.ts";
import { and, dimGroups, filtersOf, groupMembers, takeGroups, takeUnit, unique } from "./common.ts";
import { BYTE_UNITS } from "./figures.ts";
import { whereOf } from "./filters.ts";
import { measureOf, nameOf } from "./per-units.ts";
import { defaultTime } from "./placing.ts";
import { isState } from "./settle.ts";
import { takeWhere } from "./where.ts";

/** "Usage last month and quota of each customer": what was used in the period, beside what stands without one. */
export function usageBesideStates(task: Task): Query | null {
  const { pool, subject } = task;
  const metrics = pool.peek("metric").toSorted((a, b) => a.start - b.start);
  const use = metrics.filter(({ metric }) => usageLike(metric));
  const states = metrics.filter(
    ({ metric }) => isState(metric) && metricOf(metric).kind === "bytes",
  );
  const isOther =
    metrics.some(({ agg }) => agg !== undefined) ||
    (
      [
        "grain",
        "threshold",
        "top",
        "superlative",
        "compare",
        "change",
        "agg",
        "cond",
        "pred",
        "order",
      ] as const
    ).some((cat) => pool.peek(cat).length > 0);
  const isAsked =
    use.length > 0 && states.length > 0 && use.length + states.length === metrics.length;
  if (!isAsked || isOther || pool.peek("time").length === 0 || subject.events) return null;
  if (subject.noun && subject.noun.view !== "sims") return null;
  const groups = [...dimGroups(task), ...takeGroups(task)];
  const isOfEach =
    groups.some(({ k }) => k === "sim") || (groups.length === 0 && subject.noun !== null);
  pool.take("metric");
  const times = pool.take("time").map((item) => item.time);
  const unit = takeUnit(task, BYTE_UNITS);
  const where = takeWhere(task, filtersOf(task, "sims"));
  const shown = unit ? { unit } : {};
  const used = use.map(({ metric }) => {
    const { view, member } = metricOf(metric);
    const inPeriod = filtersOf(task, view).times(times, defaultTime(view));
    const measure: Measure = { agg: "sum", of: member, ...whereOf(inPeriod) };
    return { as: nameOf(metric, [], undefined), measure: { related: view, measure }, ...shown };
  });
  if (isOfEach) {
    const members = states.map(({ metric }) => metricOf(metric).member);
    return {
      from: "sims",
      columns: unique([...CATALOGUE.sims.defaultColumns, ...members]),
      ...(unit ? { units: members.map((member) => ({ member, unit })) } : {}),
      measures: used,
      ...and(where),
    };
  }
  const kept = states.map(({ metric }) => ({
    as: nameOf(metric, [], undefined),
    measure: measureOf(metricOf(metric), undefined),
    ...shown,
  }));
  const groupBy = groupMembers(groups, "sims", null);
  return {
    from: "sims",
    measures: [...used, ...kept],
    ...(groupBy.length > 0 ? { groupBy } : {}),
    ...and(where),
  };
}
