import type { Filter, Measure, Query, View } from "../../query.ts";
import { DAY_MS } from "./values.ts";

/** The period around those of all measures, where each has one on the same time. */
export function hullOf(query: Query): Extract<Filter, { time: string }> | null {
  const periods = (query.measures ?? []).flatMap(({ measure }) => periodsOf(measure, query.from));
  const [first] = periods;
  if (!first || periods.some((period) => period?.time !== first.time)) return null;
  const bounds = (name: "from" | "to") => periods.map((period) => period?.[name] ?? "").sort();
  return { time: first.time, from: bounds("from")[0], to: bounds("to").at(-1) };
}

function periodsOf(measure: Measure, root: View): (Extract<Filter, { time: string }> | null)[] {
  if ("share" in measure) return periodsOf(measure.share, root);
  if ("mean" in measure) return periodsOf(measure.mean, root);
  if ("op" in measure) return [...periodsOf(measure.a, root), ...periodsOf(measure.b, root)];
  if ("over" in measure || "related" in measure || !measure.where) return [null];
  const own = flattened(measure.where).filter((filter) => "time" in filter);
  const [first] = own.filter((filter) => filter.time.startsWith(`${root}.`));
  if (!first) return [null];
  const from = own
    .map((filter) => filter.from ?? "")
    .sort()
    .at(-1);
  const to = own.map((filter) => filter.to ?? "").sort()[0];
  return [{ time: first.time, from, to }];
}

export function flattened(filter: Filter): Filter[] {
  return "and" in filter ? filter.and.flatMap(flattened) : [filter];
}

/** The days of the period, as instants; of days and weekdays only those that the filters leave. */
export function daysOf(filter: Filter | undefined, grain: string): string[] {
  const { from, to } = rangeOf(filter);
  const filters = filter ? flattened(filter) : [];
  const time = filters.find((f) => "time" in f)?.time;
  const isOfDays = /^(?:day|weekday)$/.test(grain);
  const left = filters.flatMap((f) =>
    isOfDays && "recurring" in f && f.recurring === time && f.grain === "weekday" ? [f.in] : [],
  );
  const days: string[] = [];
  for (let day = from; day < to; day += DAY_MS) days.push(new Date(day).toISOString());
  return days.filter((day) => left.every((some) => some.includes(new Date(day).getUTCDay() || 7)));
}

/** Of the first period in the filters; the tests give one with both ends. */
function rangeOf(filter: Filter | undefined): { from: number; to: number } {
  const filters = filter ? flattened(filter) : [];
  const ranges = filters.filter((f) => "time" in f);
  const from = Math.max(...ranges.map((f) => Date.parse(f.from ?? "")));
  const to = Math.min(...ranges.map((f) => Date.parse(f.to ?? "")));
  return { from, to };
}
