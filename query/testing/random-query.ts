import fc from "fast-check";
import { isPerRow } from "../mode.ts";
import type { Filter, Query, View } from "../query.ts";
import { filterOn, periodOn } from "./random-query/filter.ts";
import { anyMeasure } from "./random-query/measure.ts";
import { ROOTS, vocabularyOf } from "./random-query/vocabulary.ts";

/**
 * Random queries over the fixture: what the type allows, weighted to what people ask. Some are refused by
 * validation (a week's average in groups by day, say): filter with `isValid`.
 */
export const randomQuery: fc.Arbitrary<Query> = fc.constantFrom(...ROOTS).chain((from) => {
  const { time, groups } = vocabularyOf(from);
  return fc
    .record({
      period: fc.option(time && from !== "sims" ? periodOn(time) : fc.constant(null)),
      filter: fc.option(filterOn(from, 2)),
      isList: fc.boolean(),
    })
    .chain(({ period, filter, isList }) => {
      const parts = [period, filter].filter((one) => one !== null);
      const where: { where?: Filter } = parts.length > 0 ? { where: { and: parts } } : {};
      if (isList) return fc.constant<Query>({ from, columns: keyOf(from), ...where });
      const measure = anyMeasure(from, period !== null);
      return fc
        .record({
          groupBy: fc.uniqueArray(fc.constantFrom(...groups), {
            maxLength: 2,
            selector: (group) => (group.grain ? "time" : group.member),
          }),
          measures: fc.array(measure, { minLength: 1, maxLength: 2 }),
          having: fc.option(
            fc.record({
              op: fc.constantFrom("gt" as const, "lte" as const),
              value: fc.constantFrom(0, 1, 5, 1_000_000),
            }),
          ),
          fill: fc.boolean(),
          counts: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
        })
        .map<Query>(({ groupBy, measures, having, fill, counts }) => ({
          from,
          ...where,
          ...(groupBy.length > 0 && { groupBy }),
          ...(groupBy.length === 0 && measures.every(isPerRow) && { columns: keyOf(from) }),
          measures: measures.map((one, n) => ({ as: `m${n}`, measure: one })),
          ...(having && { having: [{ measure: "m0", ...having }] }),
          ...(fill &&
            period &&
            groupBy.some(({ grain }) => grain) &&
            !measures.some((one) => "mean" in one) && { fillGaps: true }),
          ...(counts && groupBy.length > 0 && { countGroups: "groups" }),
        }));
    });
});

function keyOf(from: View): string[] {
  if (from === "sims") return ["sims.iccid", "sims.customer"];
  if (from === "sim_usage_daily") return ["sim_usage_daily.iccid", "sim_usage_daily.day"];
  return [`${from}.id`, "sims.label"];
}
