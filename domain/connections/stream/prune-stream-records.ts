import { systemActor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { database } from "#db/database.ts";
import { asActor } from "#db/guard.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** A provider replays at most its last week. */
const KEPT_DAYS = 28;
/** Long enough for somebody to see what was put aside, and to load the SIMs. */
const PUT_ASIDE_DAYS = 90;

/** Forgets, in every organisation, pushed records that cannot come again. What they led to stays. */
export async function pruneStreamRecords(): Promise<void> {
  const { sql } = await database();
  const organizations = await sql<{ id: string; name: string }[]>`
    select id, name from public.organization`;
  const now = wallNow().getTime();
  const before = (days: number) => new Date(now - days * DAY_MS);
  for (const organization of organizations) {
    await asActor(
      systemActor(organization),
      (transaction) => transaction`
        delete from store.stream_records
        where received_at < ${before(KEPT_DAYS)}
          and (state not in ('held', 'refused') or received_at < ${before(PUT_ASIDE_DAYS)})`,
    );
  }
}
