import type { Column } from "../answer.ts";
import { memberOf, viewOf } from "../catalogue.ts";
import { conjuncts } from "../conjuncts.ts";
import { memberType } from "../measure-type.ts";
import type { Query } from "../query.ts";
import { type Compiled, selectSql, shownValue } from "./aggregate.ts";
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
  const names = listNames(members, query.measures ?? []);
  const filters = conjuncts(query.where);
  const context = { scope, filters, groupBy: [], isList: true, upper: null };
  const values = (query.measures ?? []).map((wanted) => ({
    wanted,
    sql: measureSql(wanted.measure, context),
  }));
  const shown = [
    ...members.map((member, n) => ({
      column: listColumn(member, names[n] ?? ""),
      sql: columnSql(scope, member),
    })),
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

function listColumn(member: string, name: string): Column {
  const { definition } = memberOf(member);
  return { name, label: definition.label, isMeasure: false, ...withUnit(memberType(definition)) };
}

/** The member's column; with its view's name where two would be called the same. */
export function listNames(
  members: readonly string[],
  measures: NonNullable<Query["measures"]>,
): string[] {
  const plain = members.map((member) => memberOf(member).column);
  const taken = [...plain, ...measures.map((measure) => measure.as)];
  return members.map((member, n) => {
    const name = plain[n] ?? "";
    return taken.filter((other) => other === name).length === 1 ? name : member.replace(".", "_");
  });
}
