import type { Measure, PerUnit, Query } from "#query/query.ts";
import type { TimeSpan } from "../time/span.ts";
import type { Task } from "./assemble.ts";
import { Trouble } from "./trouble.ts";

type Measures = NonNullable<Query["measures"]>;

/** Weekdays and weekends are together all days. */
export function areAllDays({ a, b }: { a: TimeSpan; b: TimeSpan }): boolean {
  const areOfWeek = [a, b].every((span) => span.k === "recurring" && span.grain === "weekday");
  const values = [a, b].flatMap((span) => (span.k === "recurring" ? span.values : []));
  return areOfWeek && new Set(values).size === 7;
}

/** What an average of two periods is over: "average daily usage this month against last month", "… per SIM". */
export function takeAverage({ pool }: Task, spans: { a: TimeSpan; b: TimeSpan }): PerUnit[] {
  const isAsked =
    pool.take("agg", ({ agg }) => agg === "avg").length > 0 ||
    pool.peek("metric", ({ agg }) => agg === "avg").length > 0;
  if (!isAsked) return [];
  const units: PerUnit[] = pool
    .take("grain", ({ grain }) => grain === "day" || grain === "week" || grain === "month")
    .map(({ grain }) => grain as PerUnit);
  const ofSims = pool.take("group", ({ groups }) => groups.every(({ k }) => k === "sim"));
  if (ofSims.length > 0) units.push("sim");
  if (units.length === 0 && areAllDays(spans)) units.push("day");
  if (units.length === 0)
    throw new Trouble("An average over what: per day, or per SIM?", "average");
  return units;
}

export function averaged(totals: Measures, units: readonly PerUnit[]): Measures {
  return totals.flatMap(({ as, measure, ...rest }): Measures => {
    const isSum =
      "agg" in measure &&
      !("over" in measure) &&
      (measure.agg === "sum" || measure.agg === "count");
    const average: Measure | null = isSum ? { ...measure, per: [...units] } : null;
    return average ? [{ as: `average_${as}`.slice(0, 40), measure: average, ...rest }] : [];
  });
}
