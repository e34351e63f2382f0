import type { Filter, Measure, Query, View } from "../../query.ts";

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

/** Of the first period in the filters; the tests give one with both ends. */
export function rangeOf(filter: Filter | undefined): { from: number; to: number } {
  const filters = filter ? flattened(filter) : [];
  const ranges = filters.filter((f) => "time" in f);
  const from = Math.max(...ranges.map((f) => Date.parse(f.from ?? "")));
  const to = Math.min(...ranges.map((f) => Date.parse(f.to ?? "")));
  return { from, to };
}
