import type { OutlookColumns } from "#analytics/fleet/columns.ts";
import { fleetNow } from "#core/clock.ts";
import { toDay } from "#core/day.ts";
import type { Transaction } from "#db/database.ts";

/** When the quotas of some SIMs run out. What is on record of others stays. */
export async function writeOutlook(
  sql: Transaction,
  iccids: readonly string[],
  parts: readonly OutlookColumns[],
): Promise<void> {
  const now = fleetNow();
  await sql`delete from store.quota_outlook where iccid = any(${iccids as string[]}::text[])`;
  for (const part of parts) {
    await sql`
      insert into store.quota_outlook
        (iccid, type, exhaustion_date, days_until_exhaustion, exhaustion_probability_30d, computed_at)
      select o.iccid, o.type, o.day, greatest(0, o.day - ${toDay(now)}::date), o.probability, ${now}
      from unnest(${part.iccid}::text[], ${part.type}::text[], ${part.day}::date[],
        ${part.probability}::float8[]) as o (iccid, type, day, probability)
      join store.sims s on s.iccid = o.iccid`;
  }
}
