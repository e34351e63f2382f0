import type { Filter, Query } from "../query.ts";

const RANGES: ReadonlySet<string> = new Set(["gt", "gte", "lt", "lte"]);

/** What a list is narrowed by to a range of, or sorted by: its rows differ in it, and a reader looks there first. */
export function askedMembers({ where, orderBy = [] }: Query): ReadonlySet<string> {
  return new Set([...(where ? rangedIn(where) : []), ...orderBy.map(({ by }) => by)]);
}

function rangedIn(filter: Filter): string[] {
  if ("and" in filter) return filter.and.flatMap(rangedIn);
  if ("or" in filter) return filter.or.flatMap(rangedIn);
  if ("not" in filter) return rangedIn(filter.not);
  if ("time" in filter) return [filter.time];
  return "op" in filter && RANGES.has(filter.op) ? [filter.member] : [];
}
