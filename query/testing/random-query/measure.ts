import fc from "fast-check";
import type { Filter, GroupBy, Measure, View } from "../../query.ts";
import { filterOn } from "./filter.ts";
import { SUMS, vocabularyOf } from "./vocabulary.ts";

function simpleMeasure(view: View): fc.Arbitrary<Measure> {
  const where = fc.option(filterOn(view, 1), { nil: undefined });
  const withWhere = (measure: Measure, filter: Filter | undefined): Measure =>
    filter && !("op" in measure) ? ({ ...measure, where: filter } as Measure) : measure;
  const of = fc.constantFrom(...(SUMS[view] ?? []));
  return fc.oneof(
    where.map((filter) => withWhere({ agg: "count" }, filter)),
    fc
      .tuple(
        fc.constantFrom(
          "sum" as const,
          "avg" as const,
          "min" as const,
          "max" as const,
          "median" as const,
          "p95" as const,
          "p90" as const,
        ),
        of,
        where,
      )
      .map(([agg, member, filter]) => withWhere({ agg, of: member }, filter)),
    where.map((filter) => withWhere({ agg: "count_distinct", of: "sims.country" }, filter)),
  );
}

function added(view: View): fc.Arbitrary<Measure> {
  const of = fc.constantFrom(...(SUMS[view] ?? []));
  return fc.oneof(
    fc.constant<Measure>({ agg: "count" }),
    of.map<Measure>((member) => ({ agg: "sum", of: member })),
  );
}

/** Of an inner group: sums, and averages, which may be unknown. */
function inner(view: View): fc.Arbitrary<Measure> {
  const of = fc.constantFrom(...(SUMS[view] ?? []));
  return fc.oneof(
    { weight: 3, arbitrary: added(view) },
    { weight: 1, arbitrary: of.map<Measure>((member) => ({ agg: "avg", of: member })) },
  );
}

const outer = fc.constantFrom(
  "sum" as const,
  "min" as const,
  "max" as const,
  "avg" as const,
  "median" as const,
);
/** All inner groups, or so many that lead; more than there are, too. */
const leading = fc.option(fc.constantFrom(1, 2, 5, 30), { nil: undefined });

export function anyMeasure(view: View, hasPeriod: boolean): fc.Arbitrary<Measure> {
  const { time, related } = vocabularyOf(view);
  const operation = fc.constantFrom(
    "ratio" as const,
    "percent" as const,
    "percent_change" as const,
    "difference" as const,
    "distance" as const,
    "excess" as const,
    "product" as const,
    "sum" as const,
  );
  const measures: fc.Arbitrary<Measure>[] = [
    simpleMeasure(view),
    fc
      .tuple(operation, filterOn(view, 1), fc.option(filterOn(view, 1), { nil: undefined }))
      .map<Measure>(([op, where, other]) => ({
        op,
        a: { agg: "count", where },
        b: { agg: "count", ...(other && { where: other }) },
      })),
    added(view).map<Measure>((share) => ({ share })),
    added(view).map<Measure>((mean) => ({ mean })),
    fc
      .constantFrom(...related)
      .chain((other) => added(other).map<Measure>((measure) => ({ related: other, measure }))),
  ];
  const over = (by: GroupBy) =>
    fc.tuple(outer, inner(view), leading).map<Measure>(([agg, measure, first]) => ({
      agg,
      over: { measure, by: [by], ...(first !== undefined && { first }) },
    }));
  const partOfLeaders = fc
    .tuple(added(view), fc.integer({ min: 1, max: 6 }))
    .map<Measure>(([b, first]) => ({
      op: "percent",
      a: { agg: "sum", over: { measure: b, by: [{ member: "sims.iccid" }], first } },
      b,
    }));
  measures.push(
    added(view).map<Measure>((one) => ({ ...one, per: ["sim"] }) as Measure),
    over({ member: "sims.iccid" }),
    partOfLeaders,
    fc.constantFrom(...related).chain((other) =>
      fc.tuple(added(other), filterOn(other, 1)).map<Measure>(([one, where]) => ({
        related: other,
        measure: { ...one, where } as Measure,
      })),
    ),
  );
  if (hasPeriod && view !== "sims" && time) {
    measures.push(
      over({ member: time, grain: "day" }),
      fc
        .tuple(fc.constantFrom("day" as const, "week" as const, "hour" as const), added(view))
        .map<Measure>(([unit, measure]) => ({ ...measure, per: [unit] }) as Measure),
    );
  }
  return fc.oneof(...measures);
}
