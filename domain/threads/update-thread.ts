import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import {
  requirePerson,
  type Thread,
  type ThreadStatus,
  threadNotFound,
  threadOf,
} from "./thread.ts";

interface Changes {
  readonly title?: string | undefined;
  readonly status?: ThreadStatus | undefined;
}

/** Renames, archives or takes back from the archive; when it was last talked in stays. */
export async function updateThread(
  actor: Actor,
  threadId: string,
  { title, status }: Changes,
): Promise<Thread> {
  requirePerson(actor);
  return asActor(actor, async (sql) => {
    const [row] = await sql`
      update store.threads
      set title = coalesce(${title ?? null}, title), status = coalesce(${status ?? null}, status)
      where id = ${threadId} returning id, title, status, updated_at`;
    if (!row) throw threadNotFound();
    return threadOf(row);
  });
}
