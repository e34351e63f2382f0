import { wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";

/** So long the provider may have nothing to say. */
export const ALIVE_MS = 24 * 3_600_000;

/** Since when the provider pushes what happens, in the fleet's time; null where nothing came for a day. */
export async function streamingSince(sql: Transaction): Promise<Date | null> {
  const [row] = await sql<{ stream_since: Date | null }[]>`
    select stream_since from store.connections
    where state = 'connected' and last_received_at > ${new Date(wallNow().getTime() - ALIVE_MS)}`;
  return row?.stream_since ?? null;
}
