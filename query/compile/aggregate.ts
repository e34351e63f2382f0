import type { Column } from "../answer.ts";
import { conjuncts } from "../conjuncts.ts";
import { measureLabel } from "../measure-label.ts";
import { measureType } from "../measure-type.ts";
import type { Filter, Measure, Query } from "../query.ts";
import { divisorOf } from "../units.ts";
import { indent, whereSql } from "./filter.ts";
import { havingSql } from "./having.ts";
import { hullOf } from "./hull.ts";
import { type Key, keyColumns, keyNames, keysOf, sameKey, withUnit } from "./keys.ts";
import { measureSql } from "./measure.ts";
import { groupOrder } from "./order.ts";
import { fromSql, openScope, type Scope } from "./scope.ts";
import type { Statement } from "./statement.ts";
import { closed, rangeOf, seriesSql } from "./time.ts";
import { openUpper, type Upper } from "./upper-layer.ts";

export interface Compiled {
  readonly text: string;
  readonly columns: Column[];
}

export interface Shown {
  readonly column: Column;
  readonly sql: string;
}

/** Groups and what is computed over them. */
export function compileAggregate(query: Query, statement: Statement): Compiled {
  const scope = openScope(statement, query.from);
  const keys = keysOf(scope, query.groupBy ?? [], keyNames(query));
  const filters = conjuncts(query.where, ...hullOf(query.from, measuresOf(query)));
  return needsUpperLayer(query)
    ? inTwoLayers(query, scope, keys, filters)
    : inOneLayer(query, scope, keys, filters);
}

function measuresOf(query: Query): Measure[] {
  return (query.measures ?? []).map(({ measure }) => measure);
}

function needsUpperLayer(query: Query): boolean {
  const measures = measuresOf(query);
  const isGrouped = (query.groupBy ?? []).length > 0;
  return (
    Boolean(query.fillGaps) || measures.some((m) => isLayered(m, isGrouped, Boolean(query.having)))
  );
}

function isLayered(measure: Measure, isGrouped: boolean, hasHaving: boolean): boolean {
  if ("over" in measure) return true;
  if ("without" in measure) return false;
  if ("share" in measure) return hasHaving || isLayered(measure.share, isGrouped, hasHaving);
  if ("mean" in measure) return hasHaving || isLayered(measure.mean, isGrouped, hasHaving);
  if ("related" in measure) return false;
  if ("op" in measure) {
    return [measure.a, measure.b].some((part) => isLayered(part, isGrouped, hasHaving));
  }
  return "per" in measure && measure.per !== undefined && isGrouped;
}

function inOneLayer(query: Query, scope: Scope, keys: Key[], filters: Filter[]): Compiled {
  const groupBy = keys.map((key) => key.group);
  const context = { scope, filters, groupBy, isList: false, upper: null };
  const values = (query.measures ?? []).map(({ as, measure }) => ({
    as,
    sql: measureSql(measure, context),
  }));
  const shownKeys = keys.flatMap((key) => keyColumns(key, key.sql));
  const shown = [...shownKeys, ...values.map(({ as, sql }) => shownMeasure(query, as, sql))];
  const where = whereSql(scope, filters);
  const having = havingSql(query, scope.statement, new Map(values.map((v) => [v.as, v.sql])));
  const text = [
    selectSql(shown),
    fromSql(scope),
    where,
    shownKeys.length > 0 ? `group by ${shownKeys.map((_, n) => n + 1).join(", ")}` : "",
    having && `having ${having}`,
    groupOrder(
      query,
      keys,
      shown.map(({ column }) => column),
      (key) => key.sql,
    ),
  ];
  return { text: text.filter(Boolean).join("\n"), columns: shown.map(({ column }) => column) };
}

function inTwoLayers(query: Query, scope: Scope, keys: Key[], filters: Filter[]): Compiled {
  const keepsGaps = Boolean(query.fillGaps);
  const spine = keepsGaps ? "spine" : "grouped";
  const upper = openUpper(scope, keys, filters, { spine, keepsGaps });
  const groupBy = keys.map((key) => key.group);
  const context = { scope, filters, groupBy, isList: false, upper };
  const values = (query.measures ?? []).map(({ as, measure }) => ({
    as,
    sql: measureSql(measure, context),
  }));
  const grouped = groupedSql(scope, keys, upper, filters);
  const spineQueries = keepsGaps
    ? spineSql(scope.statement, scope, keys, conjuncts(query.where))
    : [];
  const measured = [
    selectLines([
      ...keys.map((key) => `${spine}.${key.name} as ${key.name}`),
      ...values.map(({ as, sql }) => `${sql} as ${as}`),
    ]),
    `from ${spine}`,
    ...(keepsGaps ? [joinGrouped(keys)] : []),
    ...upper.joins,
  ].join("\n");
  const queries = [
    ...upper.queries,
    `grouped as (\n${indent(grouped, 2)}\n)`,
    ...spineQueries,
    `measured as (\n${indent(measured, 2)}\n)`,
  ];
  const names = new Map(values.map(({ as }) => [as, `measured.${as}`]));
  const shown = [
    ...keys.flatMap((key) => keyColumns(key, `measured.${key.name}`)),
    ...values.map(({ as }) => shownMeasure(query, as, `measured.${as}`)),
  ];
  const having = havingSql(query, scope.statement, names);
  const text = [
    `with ${queries.join(",\n")}`,
    selectSql(shown),
    "from measured",
    having && `where ${having}`,
    groupOrder(
      query,
      keys,
      shown.map(({ column }) => column),
      (key) => `measured.${key.name}`,
    ),
  ];
  return { text: text.filter(Boolean).join("\n"), columns: shown.map(({ column }) => column) };
}

function groupedSql(scope: Scope, keys: readonly Key[], upper: Upper, filters: Filter[]): string {
  if (keys.length === 0 && upper.lifted.length === 0) return "select 1 as one_row";
  if (upper.lifted.length === 0 && upper.groupsFrom) {
    const names = keys.map((key, n) => `key_${n} as ${key.name}`);
    return `${selectLines(names)}\nfrom ${upper.groupsFrom}`;
  }
  const where = whereSql(scope, filters);
  const columns = [
    ...keys.map((key) => `${key.sql} as ${key.name}`),
    ...upper.lifted.map(({ sql, name }) => `${sql} as ${name}`),
  ];
  return [
    selectLines(columns),
    fromSql(scope),
    where,
    keys.length > 0 ? `group by ${keys.map((_, n) => n + 1).join(", ")}` : "",
  ]
    .filter(Boolean)
    .join("\n");
}

/** Every bucket of the range, for each of the other groups that have rows. */
function spineSql(
  statement: Statement,
  scope: Scope,
  keys: readonly Key[],
  filters: readonly Filter[],
): string[] {
  const bucket = keys.find((key) => key.group.grain);
  const range = rangeOf(scope.root, filters);
  if (!bucket?.group.grain || !range?.from)
    throw new Error("Filling gaps needs a grain and a start.");
  const bounded = { ...closed(statement, range), from: range.from };
  const series = seriesSql(statement, bounded, bucket.group.grain);
  const others = keys.filter((key) => key !== bucket).map((key) => key.name);
  const columns = [`series.bucket as ${bucket.name}`, ...others.map((name) => `others.${name}`)];
  const groups = others.length
    ? `\n  cross join (select distinct ${others.join(", ")} from grouped) as others`
    : "";
  return [
    `series as (\n${indent(series, 2)}\n)`,
    `spine as (\n  select ${columns.join(", ")}\n  from series${groups}\n)`,
  ];
}

function joinGrouped(keys: readonly Key[]): string {
  const same = keys.map((key) =>
    sameKey(`grouped.${key.name}`, `spine.${key.name}`, key.isNullable),
  );
  return `  left join grouped on ${same.join(" and ")}`;
}

function shownMeasure(query: Query, as: string, sql: string): Shown {
  const wanted = query.measures?.find((measure) => measure.as === as);
  if (!wanted) throw new Error(`No measure ${as}.`);
  return shownValue(wanted, sql);
}

/** A measure's column, in the unit that was asked for. */
export function shownValue(
  { as, measure, unit }: NonNullable<Query["measures"]>[number],
  sql: string,
): Shown {
  const type = measureType(measure);
  const label = measureLabel(measure);
  const base = { name: as, label, isMeasure: true } as const;
  const divisor = unit ? divisorOf(type, unit) : null;
  if (!unit || divisor === null) return { column: { ...base, ...withUnit(type) }, sql };
  return { column: { ...base, kind: type.kind, unit }, sql: inUnit(sql, divisor) };
}

/** Units are whole multiples of each other, one way or the other. */
export function inUnit(sql: string, divisor: number): string {
  return divisor < 1 ? `${sql} * ${Math.round(1 / divisor)}` : `${sql} / ${divisor.toFixed(1)}`;
}

export function selectSql(shown: readonly Shown[]): string {
  return selectLines(shown.map(({ column, sql }) => `${sql} as ${column.name}`));
}

function selectLines(columns: readonly string[]): string {
  return `select\n${columns.map((column) => `  ${column}`).join(",\n")}`;
}
