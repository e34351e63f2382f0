import type { AnalysedSim } from "#analytics/fleet/types.ts";
import { fleetNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";

/** What plan or package carries some SIMs for the least money. */
export async function writeAdvice(
  sql: Transaction,
  iccids: readonly string[],
  sims: readonly AnalysedSim[],
): Promise<void> {
  await sql`delete from store.quota_recommendations where iccid = any(${iccids as string[]}::text[])`;
  const rows = sims.flatMap(({ id, advice }) => (advice ? [{ id, ...advice }] : []));
  const of = <T>(read: (row: (typeof rows)[number]) => T) => rows.map(read);
  await sql`
    insert into store.quota_recommendations (iccid, type, confidence, risk_before, risk_after,
      current_total, recommended_total, monthly_saving, currency, reason, computed_at)
    select r.*, ${fleetNow()}
    from unnest(${of(({ id }) => id)}::text[], ${of(({ type }) => type)}::text[],
      ${of(({ confidence }) => round(confidence))}::float8[],
      ${of(({ riskBefore }) => round(riskBefore))}::float8[],
      ${of(({ riskAfter }) => round(riskAfter))}::float8[],
      ${of(({ currentTotal }) => Math.round(currentTotal))}::bigint[],
      ${of(({ recommendedTotal }) => Math.round(recommendedTotal))}::bigint[],
      ${of(({ monthlySaving }) => monthlySaving)}::numeric[], ${of(({ currency }) => currency)}::text[],
      ${of(({ reason }) => reason)}::text[]) as r (iccid, type, confidence, risk_before, risk_after,
        current_total, recommended_total, monthly_saving, currency, reason)
    join store.sims s on s.iccid = r.iccid`;
}

const round = (share: number) => Number(share.toFixed(4));
