import { memberOf } from "../catalogue.ts";
import type { Filter, Grain, GroupBy, PerUnit, View } from "../query.ts";
import { columnSql, type Scope } from "./scope.ts";
import { bind, freeName, type Statement, zoneSql } from "./statement.ts";

/** Half-open; a bound is an instant or a day, as the query gave it. */
export interface TimeRange {
  readonly member: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Only these days of the week (1 = Monday), where the rows are of those. */
  readonly weekdays?: readonly number[];
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

export function isDay(moment: string): boolean {
  return DAY.test(moment);
}

/** A bound as SQL of the member's own type. */
export function boundSql(statement: Statement, member: string, moment: string): string {
  if (memberOf(member).definition.type === "day") return bind(statement, moment, "date");
  if (!isDay(moment)) return bind(statement, new Date(moment).toISOString(), "timestamptz");
  if (statement.zone === "UTC") return bind(statement, `${moment}T00:00:00.000Z`, "timestamptz");
  return `(${bind(statement, moment, "date")}::timestamp at time zone ${zoneSql(statement)})`;
}

/** The range that the filters leave of the one time member they bound; null when none or several. */
export function rangeOf(root: View, filters: readonly Filter[]): TimeRange | null {
  const ranges = filters.flatMap((filter) =>
    "time" in filter && filter.time.startsWith(`${root}.`)
      ? [{ member: filter.time, from: filter.from, to: filter.to }]
      : [],
  );
  const [first] = ranges;
  if (!first || ranges.some((range) => range.member !== first.member)) return null;
  const weekdays = weekdaysOf(filters, first.member);
  return {
    member: first.member,
    from: latest(ranges.map((range) => range.from)),
    to: earliest(ranges.map((range) => range.to)),
    ...(weekdays && { weekdays }),
  };
}

function weekdaysOf(filters: readonly Filter[], member: string): readonly number[] | null {
  const sets = filters.flatMap((filter) =>
    "recurring" in filter && filter.recurring === member && filter.grain === "weekday"
      ? [filter.in]
      : [],
  );
  const [first, ...others] = sets;
  return first ? first.filter((day) => others.every((other) => other.includes(day))) : null;
}

const defined = (moments: readonly (string | undefined)[]) =>
  moments.filter((moment) => moment !== undefined).sort((a, b) => Date.parse(a) - Date.parse(b));

export function latest(moments: readonly (string | undefined)[]): string | undefined {
  return defined(moments).at(-1);
}

export function earliest(moments: readonly (string | undefined)[]): string | undefined {
  return defined(moments)[0];
}

/** An open end is now; for days, the end of today. */
export function closed(statement: Statement, range: TimeRange): TimeRange & { to: string } {
  if (range.to) return { ...range, to: range.to };
  const isDayMember = memberOf(range.member).definition.type === "day";
  const tomorrow = new Date(statement.now.getTime() + DAY_MS).toISOString().slice(0, 10);
  return { ...range, to: isDayMember ? tomorrow : statement.now.toISOString() };
}

/** How many units lie in the range; parts of units count as parts. */
export function unitsIn(
  range: { from: string; to: string },
  unit: Exclude<PerUnit, "sim">,
): number {
  const days = daysBetween(range.from, range.to);
  switch (unit) {
    case "hour":
      return days * 24;
    case "day":
      return days;
    case "week":
      return days / 7;
    case "month":
      return monthsAt(range.to) - monthsAt(range.from);
  }
}

/** Days between two moments; a change to or from summer time does not make a part of a day. */
function daysBetween(from: string, to: string): number {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
  const whole = Math.round(days);
  const isShift = Math.abs(Math.abs(days - whole) * 24 - 1) < 1e-9 && whole > 1;
  return isShift ? whole : days;
}

/** Months since year 0, with the part of the month that has passed. */
function monthsAt(moment: string): number {
  const at = new Date(moment);
  const start = Date.UTC(at.getUTCFullYear(), at.getUTCMonth());
  const end = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1);
  return at.getUTCFullYear() * 12 + at.getUTCMonth() + (at.getTime() - start) / (end - start);
}

/** The bucket that a row falls into. */
export function bucketSql(scope: Scope, { member, grain, only }: GroupBy): string {
  const column = columnSql(scope, member);
  const { type } = memberOf(member).definition;
  if (type === "list") return elementSql(scope, column, only);
  if (!grain) return column;
  if (type === "day") return dayBucket(grain, column);
  const zone = zoneSql(scope.statement);
  if (grain === "hour") return `date_trunc('hour', ${column}, ${zone})`;
  return localBucket(grain, `(${column} at time zone ${zone})`);
}

/** One row for each element of a list, or for each of those that are wanted. */
function elementSql(scope: Scope, column: string, only: readonly string[] | undefined): string {
  const alias = freeName(scope.statement, "element");
  const join = `unnest(${column}) as ${alias}`;
  const wanted = () => (only ?? []).map((value) => bind(scope.statement, value, "text")).join(", ");
  scope.joins.push(
    only ? () => `  join ${join} on ${alias} in (${wanted()})` : `  cross join ${join}`,
  );
  return alias;
}

function dayBucket(grain: Grain, day: string): string {
  return grain === "day" ? day : localBucket(grain, `${day}::timestamp`);
}

/** The bucket of a timestamp without zone. */
export function localBucket(grain: Grain, local: string): string {
  switch (grain) {
    case "day":
      return `${local}::date`;
    case "weekday":
      return `extract(isodow from ${local})::integer`;
    case "hour_of_day":
      return `extract(hour from ${local})::integer`;
    default:
      return `date_trunc('${grain}', ${local})::date`;
  }
}

/** A query of one column `bucket`: all buckets of the grain in the range. */
export function seriesSql(
  statement: Statement,
  range: TimeRange & { from: string; to: string },
  grain: Grain,
): string {
  if (grain === "weekday") {
    const days = seriesSql(statement, range, "day");
    return `select distinct extract(isodow from day.bucket)::integer as bucket from (${days}) as day`;
  }
  if (grain === "hour_of_day") return "select bucket from generate_series(0, 23) as bucket";
  const step = grain === "quarter" ? "interval '3 months'" : `interval '1 ${grain}'`;
  if (grain === "hour") {
    const from = boundSql(statement, range.member, range.from);
    const to = boundSql(statement, range.member, range.to);
    const start = `date_trunc('hour', ${from}, ${zoneSql(statement)})`;
    return `select bucket from generate_series(${start}, ${to} - interval '1 microsecond', ${step}) as bucket`;
  }
  const from = `date_trunc('${grain}', ${localSql(statement, range.member, range.from)})`;
  const to = `${localSql(statement, range.member, range.to)} - interval '1 microsecond'`;
  const series = `select bucket::date as bucket from generate_series(${from}, ${to}, ${step}) as bucket`;
  return grain === "day" && range.weekdays
    ? `${series} where extract(isodow from bucket) in (${range.weekdays.map(Number).join(", ")})`
    : series;
}

/** A bound as a timestamp without zone, in the statement's zone. */
function localSql(statement: Statement, member: string, moment: string): string {
  if (isDay(moment)) return `${bind(statement, moment, "date")}::timestamp`;
  return `(${boundSql(statement, member, moment)} at time zone ${zoneSql(statement)})`;
}
