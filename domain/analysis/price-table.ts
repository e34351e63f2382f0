import type { Plan } from "#analytics/quota-advice.ts";
import type { Actor } from "#core/actor.ts";
import type { Transaction } from "#db/database.ts";
import { providerIn } from "#domain/providers/provider-of.ts";
import { packagePrice } from "#domain/sync/prices/package-price.ts";

/**
 * The plans that a SIM can be on, with what more volume costs on each: what the plan says, and what a connected
 * provider sells as a package. For a transaction as `simon_app`.
 */
export async function priceTable(sql: Transaction, actor: Actor): Promise<Plan[]> {
  const [{ topUpPackage }, price, plans] = await Promise.all([
    providerIn(sql, actor),
    packagePrice(sql),
    // Prices finer than a millionth of the currency are rounded: nothing below counts with them.
    sql<Omit<Plan, "topUp">[]>`
      select name, currency, trim_scale(round(monthly_price, 6))::text as "monthlyPrice",
        included_bytes as "includedBytes",
        trim_scale(round(overage_price_per_mb, 6))::text as "overagePricePerMb"
      from store.rate_plans order by monthly_price, name`,
  ]);
  return plans.map((plan) => {
    const isSold = topUpPackage && price && price.currency === plan.currency;
    if (!isSold) return { ...plan, topUp: null };
    return { ...plan, topUp: { bytes: topUpPackage.bytes, price: price.amount.toFixed(6) } };
  });
}
