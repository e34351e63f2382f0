import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { asActor } from "#db/guard.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** A provider replays at most its last week. */
const KEPT_DAYS = 28;
/** Long enough for somebody to see what was put aside, and to load the SIMs. */
const PUT_ASIDE_DAYS = 90;

/**
 * Forgets pushed records that cannot come again. What they led to stays.
 *
 * @returns how many.
 */
export async function pruneStreamRecords(actor: Actor): Promise<number> {
  const now = wallNow().getTime();
  const before = (days: number) => new Date(now - days * DAY_MS);
  const { count } = await asActor(
    actor,
    (sql) => sql`
      delete from store.stream_records
      where received_at < ${before(KEPT_DAYS)}
        and (state not in ('held', 'refused') or received_at < ${before(PUT_ASIDE_DAYS)})`,
  );
  return count;
}
