import type { Transaction } from "#db/database.ts";
import { topUpOrders } from "./top-up-orders.ts";

export interface PackagePrice {
  readonly amount: number;
  readonly currency: string;
  /** How it is to be understood: without tax, or as it was invoiced. */
  readonly basis: string;
}

/**
 * What one top-up costs: what the provider asks for it now, else what the last one cost. Null where neither is
 * known, or where more than one product may be meant.
 */
export async function packagePrice(sql: Transaction): Promise<PackagePrice | null> {
  const listed = await sql<{ amount: number; currency: string }[]>`
    select distinct (c->>'amount')::float8 as amount, c->>'currency' as currency
    from store.provider_products p cross join jsonb_array_elements(p.charges) as c
    where (p.name ~* 'top.?up' or c->>'name' ~* 'top.?up') and not (c->>'recurs')::boolean
    limit 2`;
  const [only, other] = listed;
  if (only && !other) return { ...only, basis: "before tax, as listed by the provider" };
  const [last] = await sql<{ amount: number; currency: string }[]>`
    select (amount / cardinality(iccids))::float8 as amount, currency
    from ${topUpOrders(sql)} and amount > 0 and cardinality(iccids) > 0
    order by ordered_at desc nulls last limit 1`;
  return last ? { ...last, basis: "with tax, as the last one was invoiced" } : null;
}
