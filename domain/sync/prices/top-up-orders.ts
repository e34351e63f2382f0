import { CAME_TO_NOTHING } from "#connectors/provider-reads.ts";
import type { Transaction } from "#db/database.ts";

/** As a `from … where`: orders of top-ups that have a price and did not come to nothing. */
export function topUpOrders(sql: Transaction) {
  return sql`
    store.provider_orders
    where kind in ('top_up', 'bulk_top_up') and amount is not null and currency is not null
      and status !~* ${CAME_TO_NOTHING}`;
}
