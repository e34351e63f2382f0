import type { MemberType } from "../catalogue/types.ts";
import { memberOf } from "../catalogue.ts";
import { conjuncts } from "../conjuncts.ts";
import { normalIccid } from "../iccid.ts";
import type { Comparator, Filter } from "../query.ts";
import { relationBetween } from "../relations.ts";
import { relatedMeasureSql } from "./measure.ts";
import { columnSql, fromSql, openScope, type Scope } from "./scope.ts";
import { bind, freeName, type ParameterType, type Statement } from "./statement.ts";
import { boundSql, bucketSql } from "./time.ts";

export const OPERATORS: Readonly<Record<Comparator, string>> = {
  eq: "=",
  ne: "is distinct from",
  gt: ">",
  gte: ">=",
  lt: "<",
  lte: "<=",
};

/** `where …` for filters that all must hold; empty for none. */
export function whereSql(scope: Scope, filters: readonly (Filter | undefined)[]): string {
  const conditions = conjuncts(...filters).map((filter) => topCondition(filter, scope));
  return conditions.length > 0 ? `where ${conditions.join("\n  and ")}` : "";
}

/**
 * A condition that stands alone in a WHERE clause. There, existence is a semi-join and absence an
 * anti-join, which stay fast at any size; elsewhere (`conditionSql`) they are joins on what exists.
 */
function topCondition(filter: Filter, scope: Scope): string {
  if ("related" in filter && !filter.having) return existsSql(filter, scope);
  if ("not" in filter && "related" in filter.not && !filter.not.having) {
    return `not ${existsSql(filter.not, scope)}`;
  }
  return conditionSql(filter, scope);
}

/** A filter as a condition on rows of the scope; null counts as "does not hold". */
export function conditionSql(filter: Filter, scope: Scope): string {
  if ("and" in filter) return `(${filter.and.map((f) => conditionSql(f, scope)).join(" and ")})`;
  if ("or" in filter) return `(${filter.or.map((f) => conditionSql(f, scope)).join(" or ")})`;
  if ("not" in filter) return `(${conditionSql(filter.not, scope)}) is not true`;
  if ("time" in filter) return timeCondition(filter, scope);
  if ("recurring" in filter) return recurringCondition(filter, scope);
  if ("related" in filter) return relatedCondition(filter, scope);
  return memberCondition(filter, scope);
}

type TimeFilter = Extract<Filter, { time: string }>;
type RecurringFilter = Extract<Filter, { recurring: string }>;
type RelatedFilter = Extract<Filter, { related: string }>;
type MemberFilter = Extract<Filter, { member: string }>;

function timeCondition(filter: TimeFilter, scope: Scope): string {
  const column = columnSql(scope, filter.time);
  const { statement } = scope;
  const from = filter.from && `${column} >= ${boundSql(statement, filter.time, filter.from)}`;
  const to = filter.to && `${column} < ${boundSql(statement, filter.time, filter.to)}`;
  const bounds = [from, to].filter((bound) => bound !== undefined);
  return bounds.length === 2 ? `(${bounds.join(" and ")})` : bounds.join("");
}

function recurringCondition(filter: RecurringFilter, scope: Scope): string {
  const bucket = bucketSql(scope, { member: filter.recurring, grain: filter.grain });
  const values = filter.in.map((value) => bind(scope.statement, value, "bigint"));
  return `${bucket} in (${values.join(", ")})`;
}

function memberCondition(filter: MemberFilter, scope: Scope): string {
  const column = columnSql(scope, filter.member);
  const { statement } = scope;
  const { type } = memberOf(filter.member).definition;
  switch (filter.op) {
    case "is_null":
    case "is_not_null":
      return nullCondition(column, type, filter.op === "is_null");
    case "in": {
      const values = filter.values.map((value) => valueSql(statement, filter.member, value));
      return `${column} in (${values.join(", ")})`;
    }
    case "has":
      return `${bind(statement, filter.value, "text")} = any(${column})`;
    case "contains":
    case "starts_with": {
      const pattern = `${filter.op === "contains" ? "%" : ""}${escapePattern(filter.value)}%`;
      const text = type === "json" || type === "inet" ? `${column}::text` : column;
      return `${text} ilike ${bind(statement, pattern, "text")}`;
    }
    default:
      return `${column} ${OPERATORS[filter.op]} ${comparedTo(filter, scope)}`;
  }
}

function comparedTo(filter: Extract<MemberFilter, { op: Comparator }>, scope: Scope): string {
  if ("value" in filter) return valueSql(scope.statement, filter.member, filter.value);
  const other = columnSql(scope, filter.other);
  if (filter.factor === undefined) return other;
  return `${bind(scope.statement, filter.factor, "numeric")} * ${other}`;
}

function nullCondition(column: string, type: MemberType, isNull: boolean): string {
  if (type === "list") return `coalesce(cardinality(${column}), 0) ${isNull ? "=" : ">"} 0`;
  return `${column} is ${isNull ? "" : "not "}null`;
}

const PARAMETER_TYPES: Partial<Record<MemberType, ParameterType>> = {
  number: "numeric",
  bytes: "numeric",
  money: "numeric",
  percent: "numeric",
  duration: "numeric",
  boolean: "boolean",
  inet: "inet",
};

/** A value of the member's own type. */
function valueSql(statement: Statement, member: string, value: string | number | boolean): string {
  const { type } = memberOf(member).definition;
  if (type === "timestamp" || type === "day") return boundSql(statement, member, String(value));
  if (type === "iccid") return bind(statement, normalIccid(String(value)) ?? String(value), "text");
  const isWhole = Number.isSafeInteger(value);
  const parameterType = PARAMETER_TYPES[type] ?? "text";
  return bind(statement, value, parameterType === "numeric" && isWhole ? "bigint" : parameterType);
}

function escapePattern(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

function existsSql(filter: RelatedFilter, scope: Scope): string {
  const keys = relationOfFilter(filter, scope);
  const inner = openScope(scope.statement, filter.related);
  const same = `${inner.alias}.${keys.related} = ${scope.alias}.${keys.own}`;
  const conditions = [same, ...conjuncts(filter.where).map((f) => topCondition(f, inner))];
  const from = fromSql(inner).replaceAll("\n", "\n    ");
  return `exists (\n    select 1 ${from}\n    where ${conditions.join(" and ")})`;
}

function relatedCondition(filter: RelatedFilter, scope: Scope): string {
  if (filter.having) {
    const { measure, op, value } = filter.having;
    const { sql } = relatedMeasureSql(scope, filter, measure, filter.where);
    return `${sql} ${OPERATORS[op]} ${bind(scope.statement, value, "numeric")}`;
  }
  const keys = relationOfFilter(filter, scope);
  const inner = openScope(scope.statement, filter.related);
  const alias = freeName(scope.statement, `with_${filter.related}`);
  const key = `${inner.alias}.${keys.related}`;
  const where = whereSql(inner, [filter.where]);
  const query = [`select distinct ${key} as key`, fromSql(inner), where].filter(Boolean).join("\n");
  scope.joins.push(
    `  left join (\n${indent(query, 4)}\n  ) as ${alias} on ${alias}.key = ${scope.alias}.${keys.own}`,
  );
  return `${alias}.key is not null`;
}

function relationOfFilter(filter: RelatedFilter, scope: Scope) {
  const keys = relationBetween(scope.root, filter.related, filter.via);
  if (!keys) throw new Error(`${filter.related} is not related to ${scope.root}.`);
  return keys;
}

export function indent(text: string, spaces: number): string {
  return text.replaceAll(/^/gm, " ".repeat(spaces));
}
