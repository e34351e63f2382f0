import type { Measure, Query } from "./query.ts";

/** Rows of the view one by one, rather than groups of them. */
export function isList(query: Query): boolean {
  if (query.groupBy && query.groupBy.length > 0) return false;
  return (query.measures ?? []).every(({ measure }) => isPerRow(measure));
}

/** Each row of the view has its own value of it. */
export function isPerRow(measure: Measure): boolean {
  if ("related" in measure) return true;
  return "op" in measure && isPerRow(measure.a) && isPerRow(measure.b);
}
