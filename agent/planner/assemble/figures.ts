import type { Query, View } from "#query/query.ts";
import type { MetricName } from "../lexicon/metrics.ts";
import type { Aggregate, Item, ItemOf, Unit } from "../parse/items.ts";
import { metricOn } from "./metric-on.ts";
import { measureOf, nameOf, overGroups, type Per, withPer } from "./per-units.ts";
import { isPlaceable } from "./placing.ts";
import { Trouble } from "./trouble.ts";

type Measures = NonNullable<Query["measures"]>;

export const BYTE_UNITS = ["kB", "MB", "GB", "TB"];
export const TIME_UNITS = ["second", "minute", "hour", "day"];

/** "Total and average", "min, max and average": every way of adding up that is named by itself. */
export function waysOf(
  aggs: readonly ItemOf<"agg">[],
  words: readonly string[],
): (Aggregate | undefined)[] {
  const others = [...new Set(aggs.map((item) => item.agg).filter((agg) => agg !== "sum"))];
  const isListed = aggs.some(
    (item) => item.agg === "sum" && aggs.some((other) => isJoined(item, other, words)),
  );
  if (isListed && others.length > 0) return ["sum", ...others];
  return others.length > 0 ? others : [aggs[0]?.agg];
}

/** "total and average" names two figures, "overall average" one. */
function isJoined(a: Item, b: Item, words: readonly string[]): boolean {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  const between = words.slice(first.end, second.start);
  return between.length > 0 && between.every((word) => JOINTS.has(word));
}

const JOINTS = new Set(["and", ",", "&", "plus", "the", "+", "/", "as", "well"]);

/** Each figure in each of the ways. */
export function figuresOf(
  names: readonly MetricName[],
  ways: readonly (Aggregate | undefined)[],
  { from, perOf, member, unit }: Context,
): Measures {
  return names.flatMap((name) =>
    ways.map((way): Measures[number] => {
      const metric = metricOn(name, from);
      if (!isPlaceable(metric.member, from)) {
        const primary = metricOn(names[0] ?? name, from).label;
        throw new Trouble(
          `The ${metric.label} and the ${primary} are not of the same rows.`,
          "value",
        );
      }
      const per = perOf(way);
      const inAll = OF_QUOTAS.has(name) ? "sum" : undefined;
      const agg = name === "included_data" || name === "upper_95" ? "max" : (way ?? inAll);
      const inner = names.length > 1 ? metric.where : undefined;
      const measure =
        per.over && agg && agg !== "sum"
          ? overGroups(metric, agg, per.over, member)
          : withPer(measureOf(metric, per.units.length > 0 ? "sum" : agg, inner), per.units);
      const isShown =
        (metric.kind === "bytes" && BYTE_UNITS.includes(unit ?? "")) ||
        (TIME_UNITS.includes(unit ?? "") && TIME_UNITS.includes(metric.kind));
      return { as: nameOf(name, per.units, way), measure, ...(unit && isShown ? { unit } : {}) };
    }),
  );
}

/** "What share of the quota has been used, by customer": of all that they have together. */
const OF_QUOTAS: ReadonlySet<MetricName> = new Set(["used_percent", "left_percent"]);

interface Context {
  readonly from: View;
  readonly perOf: (way: Aggregate | undefined) => Per;
  readonly member: string | null;
  readonly unit: Unit | undefined;
}
