import type { AdviceColumns } from "#analytics/fleet/columns.ts";
import { fleetNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";

/** What plan or package carries some SIMs for the least money. */
export async function writeAdvice(
  sql: Transaction,
  iccids: readonly string[],
  parts: readonly AdviceColumns[],
): Promise<void> {
  await sql`delete from store.quota_recommendations where iccid = any(${iccids as string[]}::text[])`;
  for (const part of parts) {
    await sql`
      insert into store.quota_recommendations (iccid, type, confidence, risk_before, risk_after,
        current_total, recommended_total, monthly_saving, currency, reason, computed_at)
      select r.*, ${fleetNow()}
      from unnest(${part.iccid}::text[], ${part.type}::text[], ${part.confidence}::float8[],
        ${part.riskBefore}::float8[], ${part.riskAfter}::float8[], ${part.currentTotal}::bigint[],
        ${part.recommendedTotal}::bigint[], ${part.monthlySaving}::numeric[],
        ${part.currency}::text[], ${part.reason}::text[]) as r (iccid, type, confidence, risk_before,
          risk_after, current_total, recommended_total, monthly_saving, currency, reason)
      join store.sims s on s.iccid = r.iccid`;
  }
}
