import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { requirePerson } from "./thread.ts";

/** Deletes a conversation with its messages; one that is not there is no error. */
export async function deleteThread(actor: Actor, threadId: string): Promise<void> {
  requirePerson(actor);
  await asActor(actor, (sql) => sql`delete from store.threads where id = ${threadId}`);
}
