import type { Column } from "../answer.ts";
import { memberOf, viewOf } from "../catalogue.ts";
import type { Query } from "../query.ts";
import type { Key } from "./keys.ts";
import { columnSql, type Scope } from "./scope.ts";

type Direction = "asc" | "desc";

/**
 * `order by` of groups: as asked, else time forwards, else the largest first; then by what is left of
 * the keys, so that the same question always gives the same rows.
 */
export function groupOrder(
  query: Query,
  keys: readonly Key[],
  columns: readonly Column[],
  sqlOf: (key: Key) => string,
): string {
  const asked = query.orderBy ?? defaultOrder(query, keys);
  const keyAt = (by: string) =>
    keys.find((key) => key.name === by || key.group.member === by || key.group.grain === by);
  const terms = asked.map(({ by, direction }) => {
    const isMeasure = query.measures?.some((measure) => measure.as === by);
    const key = isMeasure ? undefined : keyAt(by);
    return key ? keyTerm(key, columns, sqlOf, direction) : term(ordinal(columns, by), direction);
  });
  const used = new Set(asked.map(({ by }) => keyAt(by)));
  const rest = keys
    .filter((key) => !used.has(key))
    .map((key) => term(ordinal(columns, key.name), "asc"));
  return orderSql([...terms, ...rest]);
}

function defaultOrder(query: Query, keys: readonly Key[]): { by: string; direction: Direction }[] {
  const times = keys.filter((key) => key.group.grain);
  if (times.length > 0) return times.map((key) => ({ by: key.name, direction: "asc" }));
  const [first] = query.measures ?? [];
  return first && keys.length > 0 ? [{ by: first.as, direction: "desc" }] : [];
}

function keyTerm(
  key: Key,
  columns: readonly Column[],
  sqlOf: (key: Key) => string,
  direction: Direction,
): string {
  const rank = rankSql(key.group.member, sqlOf(key));
  return term(rank ?? ordinal(columns, key.name), direction);
}

function ordinal(columns: readonly Column[], name: string): string {
  return String(columns.findIndex((column) => column.name === name) + 1);
}

/** Position in an enum whose values rise: low < critical. */
function rankSql(member: string, sql: string): string | null {
  const { definition } = memberOf(member);
  if (!definition.ordered) return null;
  const values = (definition.values ?? []).map((value) => `'${value}'`);
  return `array_position(array[${values.join(", ")}], ${sql})`;
}

/** `order by` of a list: as asked, else the newest first; then the key. */
export function listOrder(
  query: Query,
  scope: Scope,
  sqlOfMeasure: ReadonlyMap<string, string>,
): string {
  const view = viewOf(query.from);
  const time = view.time ? [{ by: `${query.from}.${view.time}`, direction: "desc" as const }] : [];
  const terms = (query.orderBy ?? time).map(({ by, direction }) => {
    const measure = sqlOfMeasure.get(by);
    if (measure) return term(measure, direction);
    const sql = columnSql(scope, by);
    return term(rankSql(by, sql) ?? sql, direction);
  });
  const keys = view.key.map((column) => term(`${scope.alias}.${column}`, "asc"));
  return orderSql([...terms, ...keys]);
}

function term(sql: string, direction: Direction): string {
  return `${sql}${direction === "desc" ? " desc" : ""} nulls last`;
}

function orderSql(terms: readonly string[]): string {
  return terms.length > 0 ? `order by ${[...new Set(terms)].join(", ")}` : "";
}
