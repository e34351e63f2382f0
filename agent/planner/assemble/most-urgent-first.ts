import { memberOf } from "#query/catalogue.ts";
import { conjuncts } from "#query/conjuncts.ts";
import { isList } from "#query/mode.ts";
import type { Filter, Query } from "#query/query.ts";

type Order = NonNullable<Query["orderBy"]>[number];

/** What is still to come: the sooner, the more urgent. */
const AHEAD = /\.(?:exhaustion_date|expires_at|predicted_date)$/;
const DIRECTIONS: Readonly<Record<string, Order["direction"]>> = {
  gt: "desc",
  gte: "desc",
  lt: "asc",
  lte: "asc",
};

/**
 * A list of what is beyond a bound (run out soon, silent for days, hardly any quota left) starts with what is
 * furthest beyond it, unless it was asked for in an order.
 */
export function mostUrgentFirst(query: Query): Query {
  if (!isList(query) || query.orderBy || query.limit || query.firstPer) return query;
  const [order] = conjuncts(query.where).flatMap((filter) => orderOf(filter) ?? []);
  return order ? { ...query, orderBy: [order] } : query;
}

function orderOf(filter: Filter): Order | null {
  if ("or" in filter) return orNever(filter.or);
  if ("time" in filter) {
    const isLongAgo = filter.to !== undefined && filter.from === undefined;
    return isLongAgo || (filter.to !== undefined && AHEAD.test(filter.time))
      ? { by: filter.time, direction: "asc" }
      : null;
  }
  if (!("member" in filter)) return null;
  if ("other" in filter) return orderOfShare(filter.member, filter.other, filter.op);
  if (!("value" in filter) || typeof filter.value !== "number" || filter.value === 0) return null; // "with data left": no bound to be far beyond
  const direction = DIRECTIONS[filter.op];
  const { type } = memberOf(filter.member).definition;
  return direction && type !== "list" ? { by: filter.member, direction } : null;
}

/** "More than 90 % of the quota used", "less than 10 % left": both by the share that is used. */
function orderOfShare(member: string, other: string, op: string): Order | null {
  const quota = /^(?<quota>quota_data|quota_sms|sim_quota)\.(?<part>used|remaining)$/.exec(member);
  const { quota: view, part } = quota?.groups ?? {};
  if (!view || other !== `${view}.total`) return null;
  const isMuchUsed = (part === "used") === op.startsWith("gt");
  return { by: `${view}.used_percent`, direction: isMuchUsed ? "desc" : "asc" };
}

/** "Not seen for two days, or never". */
function orNever([first, second, ...others]: readonly Filter[]): Order | null {
  const isNever =
    second !== undefined && others.length === 0 && "member" in second && second.op === "is_null";
  return first && isNever ? orderOf(first) : null;
}
