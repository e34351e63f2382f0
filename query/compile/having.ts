import type { Query } from "../query.ts";
import { OPERATORS } from "./filter.ts";
import { bind, type Statement } from "./statement.ts";

/** Conditions on measures, given what each stands for. */
export function havingSql(
  query: Query,
  statement: Statement,
  sqlOf: ReadonlyMap<string, string>,
): string {
  const conditions = (query.having ?? []).map(({ measure, op, value, other, factor }) => {
    const left = sqlOf.get(measure) ?? "";
    if (value !== undefined) return `${left} ${OPERATORS[op]} ${bind(statement, value, "numeric")}`;
    const right = sqlOf.get(other ?? "") ?? "";
    const times = factor === undefined ? "" : `${bind(statement, factor, "numeric")} * `;
    return `${left} ${OPERATORS[op]} ${times}${right}`;
  });
  return conditions.join("\n  and ");
}
