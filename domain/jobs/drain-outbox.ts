import { database } from "#db/database.ts";
import { fromDatabaseError, isLostConnection } from "#db/errors.ts";

/** What a transaction left for a queue. */
export interface Left {
  readonly organizationId: string;
  readonly reference: string;
}

/**
 * Hands what transactions left in the outbox to `send`, at least once each. Not in a transaction: the
 * embedded database would not let `send` in.
 */
export async function drainOutbox(
  queue: string,
  send: (left: Left) => Promise<void>,
): Promise<void> {
  const db = await database();
  try {
    const rows = await db.sql<{ id: number; organization_id: string; reference: string }[]>`
      select id, organization_id, reference from store.outbox where queue = ${queue}
      order by id limit 100`;
    for (const { id, organization_id, reference } of rows) {
      await send({ organizationId: organization_id, reference });
      await db.sql`delete from store.outbox where id = ${id}`;
    }
  } catch (error) {
    if (isLostConnection(error)) await db.revive();
    throw fromDatabaseError(error);
  }
}
