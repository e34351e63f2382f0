import type { Actor } from "#core/actor.ts";
import { NotFound } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { readMessages } from "./load-messages.ts";
import { newestBelow } from "./path.ts";
import { type ChatMessage, lockThread, requirePerson } from "./thread.ts";

/** The messages that have others in their place: the ids of each place, oldest first. */
export async function listVersions(actor: Actor, threadId: string): Promise<string[][]> {
  requirePerson(actor);
  return asActor(actor, async (sql) => {
    const rows = await sql<{ ids: string[] }[]>`
      select array_agg(id order by position) as ids from store.messages
      where thread_id = ${threadId} group by parent_id, role having count(*) > 1`;
    return rows.map(({ ids }) => ids);
  });
}

/**
 * Shows the conversation with this message in it, read on to its newest end.
 *
 * @throws NotFound when there is no such message.
 */
export async function showVersion(
  actor: Actor,
  threadId: string,
  messageId: string,
): Promise<ChatMessage[]> {
  requirePerson(actor);
  return asActor(actor, async (sql) => {
    await lockThread(sql, threadId);
    const head = await newestBelow(sql, threadId, messageId);
    if (!head) throw new NotFound("There is no such message in this conversation.");
    await sql`update store.threads set head_id = ${head} where id = ${threadId}`;
    return readMessages(sql, threadId, head);
  });
}
