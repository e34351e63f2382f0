import { SIM_ORDERS } from "#domain/sims/orders.ts";

export type SimsOrder = Readonly<{ sort: string; direction: "asc" | "desc" }>;

/** The order that an address asks for; else that of the ICCIDs. */
export function orderIn(query: Pick<URLSearchParams, "get">): SimsOrder {
  const sort = SIM_ORDERS.find((order) => order === query.get("sort")) ?? "iccid";
  return { sort, direction: query.get("direction") === "desc" ? "desc" : "asc" };
}

export function isSortable(column: string): boolean {
  return SIM_ORDERS.some((order) => order === column);
}

/** The other way round where it is in that order already; times begin with the latest. */
export function nextOrder(current: SimsOrder, sort: string): SimsOrder {
  const first = sort === "last_seen_at" ? "desc" : "asc";
  if (current.sort !== sort) return { sort, direction: first };
  return { sort, direction: current.direction === "asc" ? "desc" : "asc" };
}
