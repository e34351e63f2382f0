import type { Filter, GroupBy, View } from "../query.ts";
import { simFilter, simMember } from "../sim-side.ts";
import { whereSql } from "./filter.ts";
import { fromSql, openScope } from "./scope.ts";
import type { Statement } from "./statement.ts";
import { bucketSql } from "./time.ts";

export interface SimsCounted {
  readonly text: string;
  /** Indexes of the groups that the SIMs are counted by, in the order of `key_0`, `key_1` … */
  readonly groups: readonly number[];
}

/** Counts the SIMs that pass the filters on SIMs, by the groups that are about SIMs. */
export function simsCountedSql(
  statement: Statement,
  root: View,
  filters: readonly Filter[],
  groupBy: readonly GroupBy[],
): SimsCounted {
  const scope = openScope(statement, "sims");
  const groups = groupBy.flatMap((group, index) => {
    const member = simMember(root, group.member);
    return member ? [{ index, sql: bucketSql(scope, { ...group, member }) }] : [];
  });
  const columns = [...groups.map(({ sql }, n) => `${sql} as key_${n}`), "count(*) as sims"];
  const where = whereSql(scope, ofSims(root, filters));
  const groupSql = groups.length > 0 ? `group by ${groups.map((_, n) => n + 1).join(", ")}` : "";
  const text = [`select ${columns.join(", ")}`, fromSql(scope), where, groupSql]
    .filter(Boolean)
    .join("\n");
  return { text, groups: groups.map(({ index }) => index) };
}

/** The filters that are about SIMs, as seen from `sims`. */
export function ofSims(root: View, filters: readonly Filter[]): Filter[] {
  return filters.map((filter) => simFilter(root, filter)).filter((filter) => filter !== null);
}
