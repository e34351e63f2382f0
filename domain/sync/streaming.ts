import { wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";

const ALIVE_MS = 24 * 3_600_000;

/** Whether the provider pushes what happens: something came within the last day. */
export async function isStreaming(sql: Transaction): Promise<boolean> {
  const [row] = await sql`
    select 1 from store.connections
    where state = 'connected' and last_received_at > ${new Date(wallNow().getTime() - ALIVE_MS)}`;
  return row !== undefined;
}
