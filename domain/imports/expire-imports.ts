import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { database, type Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";

/** Longer than any batch takes. */
export const SILENT_AFTER_MS = 2 * 60 * 1000;

/**
 * Forgets files that were checked or uploaded and not loaded within their day.
 *
 * @returns how many.
 */
export async function expireImports(actor: Actor): Promise<number> {
  const { sql, kind } = await database();
  const expired = await asActor(actor, (sql) => removeExpiredOf(sql, wallNow()));
  // The embedded database has nobody who would give the space of deleted files back.
  if (expired > 0 && kind === "embedded") await sql`vacuum store.import_chunks`;
  return expired;
}

/** What an import wrote, and which of its rows were bad, stays. */
export async function removeExpiredOf(sql: Transaction, now: Date): Promise<number> {
  const { count: unloaded } = await sql`
    delete from store.imports where expires_at < ${now} and state in ('checking', 'checked')`;
  const expired = await sql<{ id: string }[]>`
    update store.imports set size_bytes = null, expires_at = null
    where expires_at < ${now}
      and (state <> 'running' or touched_at < ${new Date(now.getTime() - SILENT_AFTER_MS)})
    returning id`;
  if (expired.length === 0) return unloaded;
  await sql`
    delete from store.import_chunks where import_id = any(${expired.map(({ id }) => id)}::text[])`;
  return unloaded + expired.length;
}
