import { fleetNow } from "#core/clock.ts";
import { toDay } from "#core/day.ts";
import type { Transaction } from "#db/database.ts";

/**
 * The last day of which the fleet's usage is known whole: yesterday by the fleet's clock, or before that the newest
 * day that any SIM has. Null where no usage is known. For a transaction as `simon_app`.
 */
export async function lastWholeDay(sql: Transaction): Promise<string | null> {
  const [row] = await sql<{ day: string | null }[]>`
    select store.last_usage_day(${toDay(fleetNow())}::date) as day`;
  return row?.day ?? null;
}
