import { memberOf, viewOf } from "../catalogue.ts";
import { conjuncts } from "../conjuncts.ts";
import { memberType } from "../measure-type.ts";
import type { Query } from "../query.ts";
import { divisorOf, type Unit } from "../units.ts";
import { type Compiled, inUnit, type Shown, selectSql, shownValue } from "./aggregate.ts";
import { askedMembers } from "./asked-members.ts";
import { whereSql } from "./filter.ts";
import { havingSql } from "./having.ts";
import { withUnit } from "./keys.ts";
import { measureSql } from "./measure.ts";
import { listOrder } from "./order.ts";
import { columnSql, fromSql, openScope } from "./scope.ts";
import type { Statement } from "./statement.ts";

/** Rows of the view, one by one, with measures over what is related to each. */
export function compileList(query: Query, statement: Statement): Compiled {
  const scope = openScope(statement, query.from);
  const members = query.columns ?? viewOf(query.from).defaultColumns;
  const names = listNames(members, query);
  const asked = askedMembers(query);
  const filters = conjuncts(query.where);
  const context = { scope, filters, groupBy: [], isList: true, upper: null };
  const values = (query.measures ?? []).map((wanted) => ({
    wanted,
    sql: measureSql(wanted.measure, context),
  }));
  const shown = [
    ...members.map((member, n) => {
      const shown = shownMember(
        member,
        names[n] ?? "",
        columnSql(scope, member),
        unitOf(query, member),
      );
      return asked.has(member) ? { ...shown, column: { ...shown.column, isAsked: true } } : shown;
    }),
    ...values.map(({ wanted, sql }) => shownValue(wanted, sql)),
  ];
  const sqlOfMeasure = new Map(values.map(({ wanted, sql }) => [wanted.as, sql]));
  const where = whereSql(scope, filters);
  const having = havingSql(query, statement, sqlOfMeasure);
  const order = listOrder(query, scope, sqlOfMeasure);
  const text = [
    selectSql(shown),
    fromSql(scope),
    where,
    having && `${where ? "  and" : "where"} ${having}`,
    order,
  ];
  return { text: text.filter(Boolean).join("\n"), columns: shown.map(({ column }) => column) };
}

function shownMember(member: string, name: string, sql: string, unit: Unit | undefined): Shown {
  const { definition } = memberOf(member);
  const type = memberType(definition);
  const base = { name, label: definition.label, isMeasure: false } as const;
  const divisor = unit ? divisorOf(type, unit) : null;
  if (!unit || divisor === null) return { column: { ...base, ...withUnit(type) }, sql };
  return { column: { ...base, kind: type.kind, unit }, sql: inUnit(sql, divisor) };
}

function unitOf({ units }: Query, member: string): Unit | undefined {
  return units?.find((one) => one.member === member)?.unit;
}

/** `minutes_to_resolve` in hours is `hours_to_resolve`. */
function nameInUnit(name: string, unit: Unit | undefined): string {
  return unit
    ? name.replace(/(?<![a-z])(?:seconds|minutes|hours|days)(?![a-z])/, `${unit}s`)
    : name;
}

/** The member's column; with its view's name where two would be called the same. */
export function listNames(members: readonly string[], query: Query): string[] {
  const plain = members.map((member) => nameInUnit(memberOf(member).column, unitOf(query, member)));
  const taken = [...plain, ...(query.measures ?? []).map((measure) => measure.as)];
  return members.map((member, n) => {
    const name = plain[n] ?? "";
    return taken.filter((other) => other === name).length === 1 ? name : member.replace(".", "_");
  });
}
