import { conjuncts } from "../conjuncts.ts";
import { isZeroWhenEmpty } from "../measure-type.ts";
import type { Filter, Grain, GroupBy, PerUnit, View } from "../query.ts";
import { simMember } from "../sim-side.ts";
import { indent, whereSql } from "./filter.ts";
import { type Key, keysOf, sameKey } from "./keys.ts";
import { measureSql, type OverMeasure, percentileSql, type UpperLayer } from "./measure.ts";
import { fromSql, openScope, type Scope } from "./scope.ts";
import { type SimsCounted, simsCountedSql } from "./sims-counted.ts";
import { freeName, type Statement } from "./statement.ts";
import { closed, localBucket, rangeOf, seriesSql, type TimeRange } from "./time.ts";

const CALENDAR: readonly Grain[] = ["day", "week", "month", "quarter", "year"];

/** The layer above the grouping, with what it collects: named queries, joins to them, lifted values. */
export interface Upper extends UpperLayer {
  /** Named queries, in order. */
  readonly queries: string[];
  readonly joins: string[];
  /** A named query that has exactly the groups that have rows, as `key_0`, `key_1` …: no need to read them again. */
  groupsFrom: string | null;
  /** Aggregates to compute in the grouping, under their names. */
  readonly lifted: { sql: string; name: string }[];
}

/**
 * @param spine Where a group's keys are read from: `grouped`, or the filled-up series of buckets.
 * @param keepsGaps Groups without rows are shown: what is lifted may be missing, and counts as zero.
 */
export function openUpper(
  scope: Scope,
  keys: readonly Key[],
  filters: readonly Filter[],
  { spine, keepsGaps }: { spine: string; keepsGaps: boolean },
): Upper {
  const { statement, root } = scope;
  const groupBy = keys.map((key) => key.group);
  const queries: string[] = [];
  const joins: string[] = [];
  const lifted: { sql: string; name: string }[] = [];

  const name = (text: string, wanted: string) => {
    const alias = freeName(statement, wanted);
    queries.push(`${alias} as (\n${indent(text, 2)}\n)`);
    return alias;
  };
  const joinOn = (alias: string, pairs: readonly (readonly [key: Key, column: string])[]) => {
    const conditions = pairs.map(([key, column]) =>
      sameKey(`${alias}.${column}`, `${spine}.${key.name}`, key.isNullable),
    );
    joins.push(`  left join ${alias} on ${conditions.join(" and ") || "true"}`);
  };

  const upper: Upper = {
    queries,
    joins,
    lifted,
    groupsFrom: null,
    lift(sql) {
      const alias = `value_${lifted.length + 1}`;
      lifted.push({ sql, name: alias });
      const isZero = /^(count|coalesce)\(/.test(sql);
      return keepsGaps && isZero ? `coalesce(grouped.${alias}, 0)` : `grouped.${alias}`;
    },
    over(measure) {
      const alias = name(overSql(statement, root, groupBy, filters, measure), "inner_groups");
      joinOn(
        alias,
        keys.map((key, n) => [key, `key_${n}`]),
      );
      if (measure.over.by.every((by) => by.grain)) upper.groupsFrom ??= alias;
      const isFilled = isCountable(root, measure.over) && isZeroWhenEmpty(measure.over.measure);
      return keepsGaps && isFilled ? `coalesce(${alias}.value, 0)` : `${alias}.value`;
    },
    units(range, unit) {
      const key = keys.find(({ group }) => group.member === range.member && group.grain);
      if (!key?.group.grain || key.group.grain === "hour_of_day") return null;
      const alias = name(unitsSql(statement, range, key.group.grain, unit), "units");
      joinOn(alias, [[key, "bucket"]]);
      return `${alias}.units`;
    },
    sims(simFilters) {
      const counted = simsCountedSql(statement, root, simFilters, groupBy);
      const alias = name(counted.text, "sims_counted");
      const pairs = counted.groups.flatMap((index, n) => {
        const key = keys[index];
        return key ? [[key, `key_${n}`] as const] : [];
      });
      joinOn(alias, pairs);
      return `${alias}.sims`;
    },
  };
  return upper;
}

/** Units in each bucket of the range, from its days. */
function unitsSql(
  statement: Statement,
  range: TimeRange & { from: string; to: string },
  grain: Grain,
  unit: Exclude<PerUnit, "sim">,
): string {
  const { weekdays: _, ...every } = range;
  const days = seriesSql(statement, unit === "day" ? range : every, "day");
  const counted = {
    hour: "count(*) * 24",
    day: "count(*)",
    week: "count(*) / 7.0",
    month:
      "round(sum(1 / extract(day from date_trunc('month', day.bucket::timestamp) + interval '1 month - 1 day')), 6)",
  }[unit];
  const bucket = localBucket(grain, "day.bucket::timestamp");
  return `select ${bucket} as bucket, ${counted} as units\nfrom (\n${indent(days, 2)}\n) as day\ngroup by 1`;
}

/** An aggregate over inner groups, for each of the outer groups. */
function overSql(
  statement: Statement,
  root: View,
  groupBy: readonly GroupBy[],
  filters: readonly Filter[],
  { agg, over }: OverMeasure,
): string {
  const scope = openScope(statement, root);
  const groups = [...groupBy, ...over.by];
  const columns = [...groupBy.map((_, n) => `key_${n}`), ...over.by.map((_, n) => `inner_${n}`)];
  const keys = keysOf(scope, groups, columns);
  const value = measureSql(over.measure, {
    scope,
    filters,
    groupBy: groups,
    isList: false,
    upper: null,
  });
  const where = whereSql(scope, filters);
  const inner = [
    `select ${[...keys.map((key) => `${key.sql} as ${key.name}`), `${value} as value`].join(", ")}`,
    fromSql(scope),
    where,
    `group by ${keys.map((_, n) => n + 1).join(", ")}`,
  ]
    .filter(Boolean)
    .join("\n");
  const filled = isZeroWhenEmpty(over.measure)
    ? filledSql(statement, root, groupBy, filters, over, keys, inner)
    : null;
  const outer = groupBy.map((_, n) => `key_${n}`);
  const each = filled ?? [inner, ...havingSim(root, keys.slice(groupBy.length))].join("\n");
  const rows = over.first
    ? largestSql(each, outer, over.first)
    : `(\n${indent(each, 2)}\n) as each_group`;
  const select = [...outer, `${aggregateOver(agg)} as value`].join(", ");
  const group = outer.length > 0 ? `\ngroup by ${outer.map((_, n) => n + 1).join(", ")}` : "";
  return `select ${select}\nfrom ${rows}${group}`;
}

/** Rows of no SIM are no SIM's: among groups by SIM they are none. */
function havingSim(root: View, inner: readonly Key[]): string[] {
  const sims = inner.filter(
    ({ isNullable, group }) => isNullable && simMember(root, group.member) === "sims.iccid",
  );
  return sims.length > 0
    ? [`having ${sims.map(({ sql }) => `${sql} is not null`).join(" and ")}`]
    : [];
}

/** The largest of the inner groups in each outer one. */
function largestSql(groups: string, outer: readonly string[], first: number): string {
  const within = outer.length > 0 ? `partition by ${outer.join(", ")} ` : "";
  const placed = `select each_row.*, row_number() over (${within}order by value desc nulls last) as place_in_group`;
  return `(\n  ${placed}\n  from (\n${indent(groups, 4)}\n  ) as each_row\n) as each_group\nwhere place_in_group <= ${first}`;
}

function aggregateOver(agg: OverMeasure["agg"]): string {
  const isPlain = agg === "sum" || agg === "avg" || agg === "min" || agg === "max";
  return isPlain ? `${agg}(value)` : percentileSql(agg, "value");
}

/** The inner groups with those that have no rows, as zero; null where they cannot be listed. */
function filledSql(
  statement: Statement,
  root: View,
  groupBy: readonly GroupBy[],
  filters: readonly Filter[],
  over: OverMeasure["over"],
  keys: readonly Key[],
  inner: string,
): string | null {
  const [by, ...others] = over.by;
  if (!by || others.length > 0) return null;
  const outer = keys.slice(0, groupBy.length);
  const where = conjuncts(...filters, "where" in over.measure ? over.measure.where : undefined);
  if (by.grain) {
    const range = rangeOf(root, where);
    if (!range?.from || range.member !== by.member) return null;
    if (by.grain === "hour" && groupBy.some((group) => group.grain)) return null;
    const series = seriesSql(
      statement,
      { ...closed(statement, range), from: range.from },
      by.grain,
    );
    return overBuckets(series, by.member, outer, inner);
  }
  if (simMember(root, by.member) !== "sims.iccid") return null;
  const sims = simsCountedSql(statement, root, where, [...groupBy, by]);
  return overSims(sims, outer, inner);
}

/** The inner groups are known beforehand: all buckets of the period, or all SIMs. */
function isCountable(root: View, { by }: OverMeasure["over"]): boolean {
  const [first, ...others] = by;
  if (!first || others.length > 0) return false;
  return Boolean(first.grain) || simMember(root, first.member) === "sims.iccid";
}

function overBuckets(series: string, member: string, outer: readonly Key[], inner: string): string {
  const columns = outer.map((key) => key.name);
  const pairs = outer.map((key) =>
    sameKey(`each_row.${key.name}`, `spine.${key.name}`, key.isNullable),
  );
  const inBucket = outer.flatMap((key) => {
    const { grain } = key.group;
    if (!grain || key.group.member !== member) return [];
    if (!CALENDAR.includes(grain) && grain !== "weekday") return [];
    return [`${localBucket(grain, "series.bucket::timestamp")} = outer_groups.${key.name}`];
  });
  const groups = columns.length
    ? `(select distinct ${columns.join(", ")} from each_row) as outer_groups\n    join series on ${inBucket.join(" and ") || "true"}`
    : "series";
  return [
    "with each_row as (",
    indent(inner, 2),
    "), series as (",
    indent(series, 2),
    "), spine as (",
    `  select ${[...columns.map((c) => `outer_groups.${c}`), "series.bucket"].join(", ")}`,
    `  from ${groups}`,
    ")",
    `select ${[...columns.map((c) => `spine.${c}`), "coalesce(each_row.value, 0) as value"].join(", ")}`,
    "from spine",
    `  left join each_row on ${[...pairs, "each_row.inner_0 = spine.bucket"].join(" and ")}`,
  ].join("\n");
}

/** Every SIM that was meant, in each of the groups that are not about SIMs. */
function overSims({ text, groups }: SimsCounted, outer: readonly Key[], inner: string): string {
  const source = (index: number) => {
    const n = groups.indexOf(index);
    return n >= 0 ? `sims_meant.key_${n}` : `others.key_${index}`;
  };
  const columns = outer.map((key, index) => `${source(index)} as ${key.name}`);
  const others = outer.filter((_, index) => !groups.includes(index)).map((key) => key.name);
  const pairs = outer.map((key, index) =>
    sameKey(`each_row.${key.name}`, source(index), key.isNullable),
  );
  const iccid = source(outer.length);
  return [
    `with each_row as (\n${indent(inner, 2)}\n), sims_meant as (\n${indent(text, 2)}\n)`,
    `select ${[...columns, "coalesce(each_row.value, 0) as value"].join(", ")}`,
    "from sims_meant",
    others.length > 0
      ? `  cross join (select distinct ${others.join(", ")} from each_row) as others`
      : "",
    `  left join each_row on ${[`each_row.inner_0 = ${iccid}`, ...pairs].join(" and ")}`,
  ]
    .filter(Boolean)
    .join("\n");
}
