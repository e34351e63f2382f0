import { conjuncts } from "../conjuncts.ts";
import { isZeroWhenEmpty } from "../measure-type.ts";
import type { Filter, GroupBy, Measure, Percentile, PerUnit, View } from "../query.ts";
import { relationBetween } from "../relations.ts";
import { conditionSql, indent, whereSql } from "./filter.ts";
import { hullOf } from "./hull.ts";
import { columnSql, fromSql, openScope, type Scope } from "./scope.ts";
import { simsCountedSql } from "./sims-counted.ts";
import { bind, freeName } from "./statement.ts";
import { bucketSql, closed, rangeOf, seriesSql, type TimeRange, unitsIn } from "./time.ts";

export type OverMeasure = Extract<Measure, { over: unknown }>;
type WithoutMeasure = Extract<Measure, { without: string }>;
type SimpleMeasure = Exclude<Extract<Measure, { agg: string }>, { over: unknown }>;

/** What a layer above the grouping adds; null where everything is said in one grouped SELECT. */
export interface UpperLayer {
  /** Computes an aggregate below and gives its name here. */
  lift(sql: string): string;
  over(measure: OverMeasure): string;
  /** Number of units in each group's bucket; null when the groups have no bucket of time. */
  units(
    range: TimeRange & { from: string; to: string },
    unit: Exclude<PerUnit, "sim">,
  ): string | null;
  /** Number of SIMs in each group. */
  sims(filters: readonly Filter[]): string;
}

export interface MeasureContext {
  readonly scope: Scope;
  /** What the rows have passed, for ranges and for counting SIMs. */
  readonly filters: readonly Filter[];
  readonly groupBy: readonly GroupBy[];
  /** Rows are shown one by one, not grouped. */
  readonly isList: boolean;
  readonly upper: UpperLayer | null;
}

/** A measure as SQL, in base units. */
export function measureSql(measure: Measure, context: MeasureContext): string {
  if ("share" in measure) {
    const part = measureSql(measure.share, context);
    return `100.0 * ${part} / nullif(sum(${part}) over (), 0)`;
  }
  if ("mean" in measure) return `avg(${measureSql(measure.mean, context)}) over ()`;
  if ("op" in measure) return operationSql(measure, context);
  if ("over" in measure) {
    if (!context.upper) throw new Error("An aggregate over groups needs a layer above them.");
    return context.upper.over(measure);
  }
  if ("related" in measure) {
    const { sql } = relatedMeasureSql(context.scope, measure, measure.measure);
    return context.isList ? sql : lift(context, `coalesce(sum(${sql}), 0)`);
  }
  if ("without" in measure) return withoutSql(measure, context);
  const aggregate = lift(context, aggregateSql(measure, context.scope));
  return perSql(aggregate, measure, context);
}

function lift(context: MeasureContext, sql: string): string {
  return context.upper ? context.upper.lift(sql) : sql;
}

function operationSql(measure: Extract<Measure, { op: string }>, context: MeasureContext): string {
  const a = measureSql(measure.a, context);
  const b = measureSql(measure.b, context);
  switch (measure.op) {
    case "rate":
      return `(1.0 * ${measure.times} * ${a} / nullif(${b}, 0))`;
    case "ratio":
      return `(1.0 * ${a} / nullif(${b}, 0))`;
    case "percent":
      return `(100.0 * ${a} / nullif(${b}, 0))`;
    case "percent_change":
      return `(100.0 * (${a} - ${b}) / nullif(${b}, 0))`;
    case "difference":
      return `(${a} - ${b})`;
    case "distance":
      return `abs(${a} - ${b})`;
    case "sum":
      return `(${a} + ${b})`;
    case "excess":
      return `greatest(${a} - ${b}, 0)`;
    case "product":
      return `(${a} * ${b})`;
  }
}

function aggregateSql(measure: SimpleMeasure, scope: Scope): string {
  const rows = measure.where ? ` filter (where ${conditionSql(measure.where, scope)})` : "";
  if (measure.agg === "count") return `count(*)${rows}`;
  const column = columnSql(scope, measure.of);
  switch (measure.agg) {
    case "sum":
      return `coalesce(sum(${column})${rows}, 0)`;
    case "count_distinct":
      return `count(distinct ${column})${rows}`;
    case "median":
    case "p75":
    case "p90":
    case "p95":
    case "p99":
      return `${percentileSql(measure.agg, column)}${rows}`;
    default:
      return `${measure.agg}(${column})${rows}`;
  }
}

const PARTS: Readonly<Record<Percentile, number>> = {
  median: 0.5,
  p75: 0.75,
  p90: 0.9,
  p95: 0.95,
  p99: 0.99,
};

export function percentileSql(agg: Percentile, value: string): string {
  return `percentile_cont(${PARTS[agg]}) within group (order by ${value})`;
}

function perSql(sql: string, measure: SimpleMeasure, context: MeasureContext): string {
  const units = (measure.per ?? []).map((unit) => {
    const filters = conjuncts(...context.filters, measure.where);
    return unit === "sim" ? simsSql(filters, context) : timeUnitsSql(unit, filters, context);
  });
  return units.reduce((quotient, unit) => `(1.0 * ${quotient} / nullif(${unit}, 0))`, sql);
}

function timeUnitsSql(
  unit: Exclude<PerUnit, "sim">,
  filters: readonly Filter[],
  { scope, upper }: MeasureContext,
): string {
  const range = rangeOf(scope.root, filters);
  if (!range?.from) throw new Error("An average per unit of time needs a start.");
  const bounded = { ...closed(scope.statement, range), from: range.from };
  const inBuckets = upper?.units(bounded, unit);
  if (inBuckets) return inBuckets;
  if (bounded.weekdays && unit === "day")
    return `(select count(*) from (${seriesSql(scope.statement, bounded, "day")}) as day)`;
  return bind(scope.statement, unitsIn(bounded, unit), "numeric");
}

/** The units of the period, less those that have rows. */
function withoutSql(measure: WithoutMeasure, { scope }: MeasureContext): string {
  const { member } = periodOf(measure, scope);
  const bucket = bucketSql(scope, { member, grain: measure.without });
  const rows = conditionSql(measure.where, scope);
  return `(${unitsOfPeriod(measure, scope)} - count(distinct ${bucket}) filter (where ${rows}))`;
}

function unitsOfPeriod(measure: WithoutMeasure, scope: Scope): string {
  const range = periodOf(measure, scope);
  const buckets = seriesSql(scope.statement, range, measure.without);
  return `(select count(*) from (${buckets}) as period)`;
}

function periodOf({ where }: WithoutMeasure, { root, statement }: Scope) {
  const range = rangeOf(root, conjuncts(where));
  if (!range?.from) throw new Error("Days without rows need a period with a start.");
  return { ...closed(statement, range), from: range.from };
}

function simsSql(filters: readonly Filter[], { scope, upper, groupBy }: MeasureContext): string {
  if (upper) return upper.sims(filters);
  const counted = simsCountedSql(scope.statement, scope.root, filters, groupBy);
  return `(\n${indent(counted.text, 4)})`;
}

/**
 * Joins a measure over related rows to the scope, one value for each of its rows. Grouped before the
 * join, so that no row is ever counted twice.
 */
export function relatedMeasureSql(
  scope: Scope,
  { related, via }: { readonly related: View; readonly via?: "customer" | undefined },
  measure: Measure,
  filter?: Filter,
): { sql: string } {
  const keys = relationBetween(scope.root, related, via);
  if (!keys) throw new Error(`${related} is not related to ${scope.root}.`);
  const inner = openScope(scope.statement, related);
  const alias = freeName(scope.statement, `of_${related}`);
  const { whole, rows } = withoutOwnFilter(measure);
  const filters = conjuncts(filter, rows, ...(rows ? [] : hullOf(related, [measure])));
  const value = measureSql(whole, {
    scope: inner,
    filters,
    groupBy: [],
    isList: false,
    upper: null,
  });
  const where = whereSql(inner, filters);
  const select = `select ${inner.alias}.${keys.related} as key, ${value} as value`;
  const query = [select, fromSql(inner), where, "group by 1"].filter(Boolean).join("\n");
  scope.joins.push(
    `  left join (\n${indent(query, 4)}\n  ) as ${alias} on ${alias}.key = ${scope.alias}.${keys.own}`,
  );
  if ("without" in measure)
    return { sql: `coalesce(${alias}.value, ${unitsOfPeriod(measure, inner)})` };
  return { sql: isZeroWhenEmpty(measure) ? `coalesce(${alias}.value, 0)` : `${alias}.value` };
}

/** A single aggregate's filter can go into the WHERE clause, so that other rows are not read. */
function withoutOwnFilter(measure: Measure): { whole: Measure; rows?: Filter | undefined } {
  if (!("agg" in measure) || "over" in measure) return { whole: measure };
  const { where, ...whole } = measure;
  return { whole, rows: where };
}
