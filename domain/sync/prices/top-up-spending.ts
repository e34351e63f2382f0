import type { Transaction } from "#db/database.ts";
import { topUpOrders } from "./top-up-orders.ts";

interface TopUpSpending {
  readonly currency: string;
  /** With tax, as invoiced. */
  readonly amount: number;
  readonly orders: number;
  readonly sims: number;
}

/** What top-ups cost since, by the provider's own orders. */
export async function topUpSpending(sql: Transaction, since: Date): Promise<TopUpSpending[]> {
  const rows = await sql<TopUpSpending[]>`
    select currency, round(sum(amount), 2)::float8 as amount, count(*) as orders,
      sum(cardinality(iccids)) as sims
    from ${topUpOrders(sql)} and ordered_at >= ${since}
    group by currency order by 2 desc`;
  return rows.map((row) => ({ ...row }));
}
