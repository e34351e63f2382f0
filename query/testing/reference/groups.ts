import type { GroupBy, Query, View } from "../../query.ts";
import type { Row } from "../fixture.ts";
import { daysOf } from "./periods.ts";
import type { Rows } from "./rows.ts";
import { bucket, type Value } from "./values.ts";

export interface Group {
  readonly keys: Value[];
  readonly rows: Row[];
}

export function grouped(
  source: Rows,
  root: View,
  rows: readonly Row[],
  by: readonly GroupBy[],
): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    for (const keys of keysOf(source, root, row, by)) {
      const name = JSON.stringify(keys);
      const group = groups.get(name) ?? { keys, rows: [] };
      group.rows.push(row);
      groups.set(name, group);
    }
  }
  return [...groups.values()];
}

/** One for each combination of elements, where a key is a list. */
function keysOf(source: Rows, root: View, row: Row, by: readonly GroupBy[]): Value[][] {
  return by.reduce<Value[][]>(
    (all, { member, grain, only }) => {
      const found = source.value(root, row, member);
      const tags = Array.isArray(found) ? found.filter((tag) => only?.includes(tag) ?? true) : [];
      const value = member.endsWith(".tags") ? tags : found;
      const values = Array.isArray(value) ? value : [grain ? bucket(value, grain) : value];
      return all.flatMap((keys) => values.map((one) => [...keys, one as Value]));
    },
    [[]],
  );
}

/** Adds the buckets of the period that no row is in. */
export function fillGaps(query: Query, groups: Group[]): void {
  const by = query.groupBy ?? [];
  const at = by.findIndex(({ grain }) => grain);
  const grain = by[at]?.grain ?? "day";
  const buckets = new Set<Value>(daysOf(query.where, grain).map((day) => bucket(day, grain)));
  const others =
    by.length > 1
      ? [...new Set(groups.map(({ keys }) => JSON.stringify(keys.toSpliced(at, 1))))]
      : ["[]"];
  for (const other of others) {
    for (const one of buckets) {
      const keys = (JSON.parse(other) as Value[]).toSpliced(at, 0, one);
      const isThere = groups.some((group) => JSON.stringify(group.keys) === JSON.stringify(keys));
      if (!isThere) groups.push({ keys, rows: [] });
    }
  }
}
