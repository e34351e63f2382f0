import type { ChipPart } from "./answer.ts";
import { conjuncts } from "./conjuncts.ts";
import type { Filter, GroupBy, Query } from "./query.ts";

/** A period as a person picks it: half-open days. */
export interface Period {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** The query with one part left out. What it leaves may be invalid (a group that the order needs): asking it says so. */
export function without(query: Query, part: ChipPart): Query {
  switch (part.of) {
    case "where":
      return withWhere(
        query,
        conjuncts(query.where).filter((_, index) => index !== part.index),
      );
    case "having":
      return { ...query, having: removed(query.having, part.index) };
    case "groupBy":
      return withGroups(query, removed(query.groupBy, part.index) ?? []);
    case "orderBy":
      return { ...query, orderBy: removed(query.orderBy, part.index) };
    case "limit":
      return { ...query, limit: undefined };
  }
}

type TimeFilter = Extract<Filter, { time: string }>;

/** The period that a condition names, also one on rows elsewhere ("whose total last week is over 1 GB"). */
export function periodOf(query: Query, part: ChipPart): TimeFilter | null {
  const filter = part.of === "where" ? conjuncts(query.where)[part.index] : undefined;
  let found: TimeFilter | null = null;
  walk(filter, (time) => {
    found ??= time;
    return time;
  });
  return found;
}

/** Another period in the place of one, wherever the query names it: a column and its condition go together. */
export function withPeriod(query: Query, old: TimeFilter, { label, from, to }: Period): Query {
  const change = (time: TimeFilter): TimeFilter =>
    time.from === old.from && time.to === old.to ? { time: time.time, from, to, label } : time;
  return walk(query, change) as Query; // only periods are changed, each into a period
}

/** A copy of a query's part with `change` made to every period in it. */
function walk(value: unknown, change: (time: TimeFilter) => TimeFilter): unknown {
  if (Array.isArray(value)) return value.map((item) => walk(item, change));
  if (typeof value !== "object" || value === null) return value;
  if ("time" in value && typeof value.time === "string") return change(value as TimeFilter);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, walk(inner, change)]),
  );
}

/** Another group in the place of one. */
export function withGroup(query: Query, part: ChipPart, group: GroupBy): Query {
  const groups = (query.groupBy ?? []).map((old, index) => (index === part.index ? group : old));
  return withGroups(query, groups);
}

/** The order turned round. */
export function reversed(query: Query, part: ChipPart): Query {
  const orderBy = (query.orderBy ?? []).map((order, index) =>
    index === part.index
      ? { ...order, direction: order.direction === "asc" ? ("desc" as const) : ("asc" as const) }
      : order,
  );
  return { ...query, orderBy };
}

function withWhere(query: Query, filters: readonly Filter[]): Query {
  const [only] = filters;
  return { ...query, where: filters.length > 1 ? { and: [...filters] } : only };
}

/** An order by a group that is gone goes with it, and so do gaps that only a grain of time can have. */
function withGroups(query: Query, groups: readonly GroupBy[]): Query {
  const names = new Set([
    ...groups.map((group) => group.member),
    ...(query.measures ?? []).map(({ as }) => as),
  ]);
  const orderBy = query.orderBy?.filter(({ by }) => names.has(by));
  return {
    ...query,
    groupBy: groups.length > 0 ? [...groups] : undefined,
    orderBy: orderBy?.length ? orderBy : undefined,
    fillGaps: groups.some((group) => group.grain) ? query.fillGaps : undefined,
  };
}

function removed<T>(list: readonly T[] | undefined, index: number): T[] | undefined {
  const rest = (list ?? []).filter((_, place) => place !== index);
  return rest.length > 0 ? rest : undefined;
}
