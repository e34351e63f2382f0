import { fleetNow } from "#core/clock.ts";
import { toDay } from "#core/day.ts";
import type { Transaction } from "#db/database.ts";

/** Opens anomalies again whose snooze is over. @returns how many. */
export async function wakeSnoozed(sql: Transaction): Promise<number> {
  const { count } = await sql`
    update store.anomalies set status = 'open', snoozed_until = null
    where status = 'snoozed' and snoozed_until <= ${toDay(fleetNow())}::date`;
  return count;
}
