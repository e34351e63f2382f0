import type { Filter } from "./query.ts";

/** Filters that all must hold. */
export function conjuncts(...filters: (Filter | undefined)[]): Filter[] {
  return filters.flatMap((filter) => {
    if (!filter) return [];
    return "and" in filter ? conjuncts(...filter.and) : [filter];
  });
}
