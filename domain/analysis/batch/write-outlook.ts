import { dayOfNumber } from "#analytics/calendar.ts";
import type { Outlooks } from "#analytics/fleet/types.ts";
import { fleetNow } from "#core/clock.ts";
import { toDay } from "#core/day.ts";
import type { Transaction } from "#db/database.ts";

/** When the quotas of some SIMs run out. What is on record of others stays. */
export async function writeOutlook(
  sql: Transaction,
  iccids: readonly string[],
  sims: readonly Outlooks[],
): Promise<void> {
  const now = fleetNow();
  await sql`delete from store.quota_outlook where iccid = any(${iccids as string[]}::text[])`;
  const rows = sims.flatMap(({ id, data, sms }) => [
    ...(data ? [{ id, type: "data", ...data }] : []),
    ...(sms ? [{ id, type: "sms", ...sms }] : []),
  ]);
  await sql`
    insert into store.quota_outlook
      (iccid, type, exhaustion_date, days_until_exhaustion, exhaustion_probability_30d, computed_at)
    select o.iccid, o.type, o.day, greatest(0, o.day - ${toDay(now)}::date), o.probability, ${now}
    from unnest(${rows.map(({ id }) => id)}::text[], ${rows.map(({ type }) => type)}::text[],
      ${rows.map(({ runsOutOn }) => (runsOutOn === null ? null : dayOfNumber(runsOutOn)))}::date[],
      ${rows.map(({ probability30Days }) => rounded(probability30Days))}::float8[])
      as o (iccid, type, day, probability)
    join store.sims s on s.iccid = o.iccid`;
}

const rounded = (chance: number | null) => (chance === null ? null : Number(chance.toFixed(4)));
