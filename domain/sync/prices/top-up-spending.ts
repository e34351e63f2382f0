import type { Transaction } from "#db/database.ts";

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
    from store.provider_orders
    where kind in ('top_up', 'bulk_top_up') and amount is not null and currency is not null
      and ordered_at >= ${since} and status !~* 'cancel|reject|fail|refus|declin'
    group by currency order by 2 desc`;
  return rows.map((row) => ({ ...row }));
}
