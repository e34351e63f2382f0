import { conjuncts } from "../conjuncts.ts";
import type { Filter, Measure, View } from "../query.ts";
import { earliest, latest, rangeOf, type TimeRange } from "./time.ts";

/**
 * Where every measure has a time of its own ("last month against the month before"), rows outside all
 * of them need not be read.
 */
export function hullOf(root: View, measures: readonly Measure[]): Filter[] {
  const ranges = measures.flatMap((measure) => leafRanges(root, measure));
  const known = ranges.filter((range) => range !== null);
  const [first] = known;
  if (!first || known.length < ranges.length) return [];
  if (known.some((range) => range.member !== first.member)) return [];
  const from = known.every((range) => range.from) ? earliest(known.map((r) => r.from)) : undefined;
  const to = known.every((range) => range.to) ? latest(known.map((r) => r.to)) : undefined;
  if (!from && !to) return [];
  return [{ time: first.member, ...(from && { from }), ...(to && { to }) }];
}

function leafRanges(root: View, measure: Measure): (TimeRange | null)[] {
  if ("share" in measure) return leafRanges(root, measure.share);
  if ("mean" in measure) return leafRanges(root, measure.mean);
  if ("related" in measure || "without" in measure) return [null];
  if ("over" in measure) return leafRanges(root, measure.over.measure);
  if ("op" in measure) return [measure.a, measure.b].flatMap((part) => leafRanges(root, part));
  return [rangeOf(root, conjuncts(measure.where))];
}
