import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { requirePerson, type Thread, threadNotFound, threadOf } from "./thread.ts";

/** @throws NotFound also for another person's conversation. */
export async function getThread(actor: Actor, threadId: string): Promise<Thread> {
  requirePerson(actor);
  return asActor(actor, async (sql) => {
    const [row] = await sql`
      select id, title, status, updated_at from store.threads where id = ${threadId}`;
    if (!row) throw threadNotFound();
    return threadOf(row);
  });
}
