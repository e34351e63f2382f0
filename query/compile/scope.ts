import type { MemberDefinition } from "../catalogue/types.ts";
import { type Joined, memberOf, relationOf } from "../catalogue.ts";
import type { View } from "../query.ts";
import { reachable, type ToOne } from "../relations.ts";
import { bindNow, freeName, type Statement } from "./statement.ts";

/** One FROM clause in the making: the root view and what has been joined to it so far, all to-one. */
export interface Scope {
  readonly statement: Statement;
  readonly root: View;
  readonly alias: string;
  readonly aliases: Map<Joined, string>;
  /** A join with parameters is written when it is used: Postgres refuses those that no text mentions. */
  readonly joins: (string | (() => string))[];
}

export function openScope(statement: Statement, root: View): Scope {
  const alias = freeName(statement, root);
  return { statement, root, alias, aliases: new Map([[root, alias]]), joins: [] };
}

/** A member as SQL, joining its view when this is its first use. */
export function columnSql(scope: Scope, name: string): string {
  const { joined, column, definition } = memberOf(name);
  return memberSql(scope, joinTo(scope, joined), column, definition);
}

function memberSql(scope: Scope, alias: string, column: string, definition: MemberDefinition) {
  if (definition.sql) return definition.sql(alias, () => bindNow(scope.statement));
  return `${alias}.${column}`;
}

export function fromSql(scope: Scope): string {
  const joins = scope.joins.map((join) => (typeof join === "string" ? join : join()));
  return [`from ${named(scope.root, scope.alias)}`, ...joins].join("\n");
}

function joinTo(scope: Scope, target: Joined): string {
  const path = reachable(scope.root).get(target);
  if (!path) throw new Error(`${scope.root} does not reach ${target}.`);
  for (const { from, join } of path) {
    if (!scope.aliases.has(join.to)) addJoin(scope, aliasOf(scope, from), join);
  }
  return aliasOf(scope, target);
}

function aliasOf(scope: Scope, joined: Joined): string {
  const alias = scope.aliases.get(joined);
  if (!alias) throw new Error(`${joined} is not joined.`);
  return alias;
}

function addJoin(scope: Scope, own: string, join: ToOne): void {
  const alias = freeName(scope.statement, join.to);
  const on = join.on.map(([left, right]) => `${alias}.${right} = ${own}.${left}`);
  if (join.fixed) on.push(`${alias}.${join.fixed[0]} = '${join.fixed[1]}'`);
  const kind = join.always && own === scope.alias ? "join" : "left join";
  scope.joins.push(`  ${kind} ${named(relationOf(join.to), alias)} on ${on.join(" and ")}`);
  scope.aliases.set(join.to, alias);
}

export function named(relation: string, alias: string): string {
  return relation === alias ? relation : `${relation} as ${alias}`;
}
