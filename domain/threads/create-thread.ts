import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { lockThread, requirePerson, type Thread } from "./thread.ts";

/** Starts a conversation; one that is there already stays as it is. */
export async function createThread(actor: Actor, threadId: string): Promise<Thread> {
  requirePerson(actor);
  return asActor(actor, (sql) => ensureThread(sql, threadId));
}

/** As `createThread`, in the caller's transaction; the row is locked until that ends. */
export async function ensureThread(sql: Transaction, threadId: string): Promise<Thread> {
  const now = wallNow();
  await sql`
    insert into store.threads (id, created_at, updated_at) values (${threadId}, ${now}, ${now})
    on conflict do nothing`;
  return lockThread(sql, threadId);
}
