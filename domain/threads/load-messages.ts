import { safeValidateUIMessages } from "ai";
import type { Actor } from "#core/actor.ts";
import { log } from "#core/log.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { pathTo } from "./path.ts";
import { type ChatMessage, requirePerson, threadNotFound } from "./thread.ts";

/**
 * A conversation's messages in the version that is shown, oldest first.
 *
 * @throws NotFound also for another person's conversation.
 */
export async function loadMessages(actor: Actor, threadId: string): Promise<ChatMessage[]> {
  requirePerson(actor);
  return asActor(actor, async (sql) => {
    const [thread] = await sql`select 1 from store.threads where id = ${threadId}`;
    if (!thread) throw threadNotFound();
    return readMessages(sql, threadId);
  });
}

/** As `loadMessages`, in the caller's transaction; with `lastId`, up to that message. */
export async function readMessages(
  sql: Transaction,
  threadId: string,
  lastId: string | null = null,
): Promise<ChatMessage[]> {
  const path = await pathTo(sql, threadId, lastId);
  const rows = await sql`
    select m.id, m.role, m.content, m.rating, m.rating_comment
    from unnest(${path}::text[]) with ordinality as path (id, at)
    join store.messages m on m.thread_id = ${threadId} and m.id = path.id
    order by path.at`;
  return Promise.all(
    rows.map(async (row) => {
      const message = await readable(String(row.id), String(row.role), row.content);
      if (row.rating === null) return message;
      const rating = { rating: row.rating, comment: row.rating_comment ?? "" };
      return { ...message, metadata: { ...message.metadata, rating } };
    }),
  );
}

/** A message that this version cannot read stays in its place and says so. */
export async function readable(id: string, role: string, content: unknown): Promise<ChatMessage> {
  const checked = await safeValidateUIMessages<ChatMessage>({ messages: [content] });
  const message = checked.success ? checked.data[0] : undefined;
  if (message) return { ...message, id };
  log().warn({ id, err: checked.success ? undefined : checked.error }, "a message is not readable");
  const text = "This message was written by another version of Simon and cannot be shown.";
  return { id, role: role === "user" ? "user" : "assistant", parts: [{ type: "text", text }] };
}
