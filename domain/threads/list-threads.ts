import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { requirePerson, type Thread, threadOf } from "./thread.ts";

const MAX_THREADS = 500;

/** The person's conversations that have a message, archived ones too, newest first, at most 500. */
export async function listThreads(actor: Actor): Promise<Thread[]> {
  requirePerson(actor);
  return asActor(actor, async (sql) => {
    const rows = await sql`
      select id, title, status, updated_at from store.threads
      where title is not null order by updated_at desc, id limit ${MAX_THREADS}`;
    return rows.map(threadOf);
  });
}
