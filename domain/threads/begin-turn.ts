import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Conflict } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { storable, storableText } from "#db/storable.ts";
import { ensureThread } from "./create-thread.ts";
import { readMessages } from "./load-messages.ts";
import { type ChatMessage, lockThread, requirePerson } from "./thread.ts";
import { titleOf } from "./title.ts";

export interface Turn {
  readonly threadId: string;
  /** What is answered. */
  readonly question: ChatMessage;
  /** The conversation up to the question, and with it. */
  readonly messages: ChatMessage[];
}

/**
 * Keeps a question before anybody answers it, in a new conversation if there is none by that id. A
 * question with the id of an earlier one takes its place, and what came after that is deleted.
 *
 * @throws Conflict when the id is that of an answer.
 */
export async function beginTurn(
  actor: Actor,
  threadId: string,
  question: { readonly id: string; readonly text: string },
): Promise<Turn> {
  requirePerson(actor);
  return asActor(actor, async (sql) => {
    const thread = await ensureThread(sql, threadId);
    const text = storableText(question.text);
    const message: ChatMessage = { id: question.id, role: "user", parts: [{ type: "text", text }] };
    await putQuestion(sql, threadId, message);
    await sql`
      update store.threads set updated_at = ${wallNow()}, status = 'regular',
        title = ${thread.title ?? titleOf(text)} where id = ${threadId}`;
    return { threadId, question: message, messages: await readMessages(sql, threadId) };
  });
}

/**
 * The last question once more. The answer that it has stays until `endTurn` puts the new one in its
 * place, so that a failure loses nothing.
 *
 * @throws Conflict when there is no question to answer.
 */
export async function repeatTurn(actor: Actor, threadId: string): Promise<Turn> {
  requirePerson(actor);
  return asActor(actor, async (sql) => {
    await lockThread(sql, threadId);
    const all = await readMessages(sql, threadId);
    const last = all.findLastIndex((message) => message.role === "user");
    const question = all[last];
    if (!question) throw new Conflict("There is no question in this conversation to answer again.");
    return { threadId, question, messages: all.slice(0, last + 1) };
  });
}

async function putQuestion(
  sql: Transaction,
  threadId: string,
  message: ChatMessage,
): Promise<void> {
  const [earlier] = await sql`
    select role, position from store.messages where thread_id = ${threadId} and id = ${message.id}`;
  if (earlier && earlier.role !== "user") {
    throw new Conflict("Only a question can be edited, not an answer.");
  }
  if (earlier) {
    await sql`
      delete from store.messages
      where thread_id = ${threadId} and position >= ${Number(earlier.position)}`;
  }
  await sql`
    insert into store.messages (thread_id, id, parent_id, position, role, content, created_at)
    select ${threadId}, ${message.id},
      (select id from store.messages where thread_id = ${threadId} order by position desc limit 1),
      (select coalesce(max(position), 0) + 1 from store.messages where thread_id = ${threadId}),
      'user', ${storable(message)}::text::jsonb, ${wallNow()}`;
}
