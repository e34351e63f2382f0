import { memberOf } from "./catalogue.ts";
import type { Filter, View } from "./query.ts";
import { reachable, relationBetween, simColumn } from "./relations.ts";

/**
 * Which part of a query is about the SIMs themselves, so that "per SIM" can count the SIMs that were
 * meant, with or without rows.
 */

/** The member as seen from `sims`; null when it belongs to the rows of `root`. */
export function simMember(root: View, name: string): string | null {
  if (root === "sims") return name;
  const { joined, column } = memberOf(name);
  if (joined === root) return column === simColumn(root) ? "sims.iccid" : null;
  const isThroughSims = reachable(root)
    .get(joined)
    ?.some(({ join }) => join.to === "sims");
  return isThroughSims ? name : null;
}

/** The filter as seen from `sims`; null when some of it belongs to the rows of `root`. */
export function simFilter(root: View, filter: Filter): Filter | null {
  if ("and" in filter) return all(root, filter.and, (and) => ({ and }));
  if ("or" in filter) return all(root, filter.or, (or) => ({ or }));
  if ("not" in filter) return all(root, [filter.not], ([not]) => (not ? { not } : null));
  if ("related" in filter) {
    const keys = relationBetween(root, filter.related, filter.via);
    return keys && (root === "sims" || keys.own === simColumn(root)) ? filter : null;
  }
  if ("time" in filter) {
    const time = simMember(root, filter.time);
    return time ? { ...filter, time } : null;
  }
  if ("recurring" in filter) {
    const recurring = simMember(root, filter.recurring);
    return recurring ? { ...filter, recurring } : null;
  }
  const member = simMember(root, filter.member);
  if (!member) return null;
  if (!("other" in filter)) return { ...filter, member };
  const other = simMember(root, filter.other);
  return other ? { ...filter, member, other } : null;
}

function all(
  root: View,
  filters: readonly Filter[],
  join: (filters: Filter[]) => Filter | null,
): Filter | null {
  const seen = filters.map((filter) => simFilter(root, filter)).filter((filter) => filter !== null);
  return seen.length === filters.length ? join(seen) : null;
}

/** Some of the filter is about SIMs and some about the rows, inside one `or` or `not`. */
export function isMixed(root: View, filter: Filter): boolean {
  return simFilter(root, filter) === null && mentionsSims(root, filter);
}

function mentionsSims(root: View, filter: Filter): boolean {
  if ("and" in filter) return filter.and.some((f) => mentionsSims(root, f));
  if ("or" in filter) return filter.or.some((f) => mentionsSims(root, f));
  if ("not" in filter) return mentionsSims(root, filter.not);
  if ("related" in filter) return simFilter(root, filter) !== null;
  return simMember(root, ownMember(filter)) !== null;
}

function ownMember(
  filter: Extract<Filter, { time: string } | { recurring: string } | { member: string }>,
) {
  if ("time" in filter) return filter.time;
  return "recurring" in filter ? filter.recurring : filter.member;
}
