import { formatBytes } from "#core/bytes.ts";
import { moneyText } from "./advice-summary.ts";
import type { PooledQuota } from "./quota-advice.ts";

type Told = Omit<PooledQuota, "summary">;

/** What a customer gains by sharing one volume, in one or two sentences. */
export function pooledSummary({ subject, pooled, why_not }: Told): string {
  const { name } = subject;
  if (!pooled) return `Nothing can be said of a pool for ${name}. ${why_not ?? ""}`.trim();
  const { sims, pooled_bytes, single_bytes, pool, monthly_saving, currency } = pooled;
  const need = `${sims} SIMs of ${name} need ${formatBytes(pooled_bytes)} a month together and ${formatBytes(single_bytes)} each by itself.`;
  if (pool.length === 0 || monthly_saving === null || currency === null) {
    return `${need} No plan of the price table carries them as a pool.`;
  }
  const on = pool.map(({ plan, sims: count }) => `${count} on ${plan}`).join(" and ");
  return `${need} The cheapest pool has ${on}: ${moneyText(monthly_saving, currency)} against the cheapest plan for each alone.`;
}
