import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Conflict } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { storableText } from "#db/storable.ts";
import { ensureThread } from "./create-thread.ts";
import { readMessages } from "./load-messages.ts";
import { pathTo } from "./path.ts";
import { putMessage } from "./put-message.ts";
import { type ChatMessage, lockThread, requirePerson } from "./thread.ts";
import { titleOf } from "./title.ts";

export interface Turn {
  readonly threadId: string;
  /** What is answered. */
  readonly question: ChatMessage;
  /** The conversation up to the question, and with it. */
  readonly messages: ChatMessage[];
}

interface Question {
  readonly id: string;
  readonly text: string;
  /** The message that it follows; null: it is the first one; absent: the last that is shown. */
  readonly parentId?: string | null | undefined;
}

/**
 * Keeps a question before anybody answers it, in a new conversation if there is none by that id. What
 * came after its parent before stays, as another version. One that is kept already is asked once more.
 *
 * @throws Conflict when the id is that of an answer, or its parent is gone.
 */
export async function beginTurn(actor: Actor, threadId: string, question: Question): Promise<Turn> {
  requirePerson(actor);
  return asActor(actor, async (sql) => {
    const thread = await ensureThread(sql, threadId);
    const text = storableText(question.text);
    if (!(await isKept(sql, threadId, question.id))) {
      const message: ChatMessage = {
        id: question.id,
        role: "user",
        parts: [{ type: "text", text }],
      };
      await putMessage(sql, threadId, message, await parentOf(sql, threadId, question));
    }
    await sql`
      update store.threads set updated_at = ${wallNow()}, status = 'regular', head_id = ${question.id},
        title = ${thread.title ?? titleOf(text)} where id = ${threadId}`;
    return turnTo(sql, threadId, question.id);
  });
}

/**
 * A question once more, the last one unless said. The answers that it has stay.
 *
 * @throws Conflict when there is no question to answer.
 */
export async function repeatTurn(
  actor: Actor,
  threadId: string,
  questionId?: string,
): Promise<Turn> {
  requirePerson(actor);
  return asActor(actor, async (sql) => {
    await lockThread(sql, threadId);
    const asked = questionId === undefined ? await pathTo(sql, threadId) : [questionId];
    const [question] = await sql`
      select id from store.messages
      where thread_id = ${threadId} and role = 'user' and id = any(${asked}::text[])
      order by position desc limit 1`;
    if (!question) throw new Conflict("There is no question in this conversation to answer again.");
    return turnTo(sql, threadId, String(question.id));
  });
}

async function turnTo(sql: Transaction, threadId: string, questionId: string): Promise<Turn> {
  const messages = await readMessages(sql, threadId, questionId);
  const question = messages.at(-1);
  if (!question) throw new Error(`the question ${questionId} is not kept`);
  return { threadId, question, messages };
}

async function isKept(sql: Transaction, threadId: string, id: string): Promise<boolean> {
  const [kept] = await sql`
    select role from store.messages where thread_id = ${threadId} and id = ${id}`;
  if (kept && kept.role !== "user")
    throw new Conflict("Only a question can be asked, not an answer.");
  return kept !== undefined;
}

async function parentOf(
  sql: Transaction,
  threadId: string,
  { parentId }: Question,
): Promise<string | null> {
  if (parentId === null) return null;
  if (parentId === undefined) return (await pathTo(sql, threadId)).at(-1) ?? null;
  const [parent] = await sql`
    select id from store.messages where thread_id = ${threadId} and id = ${parentId}`;
  if (parent) return parentId;
  throw new Conflict(
    "The conversation has changed, perhaps in another tab. Load it again, then ask once more.",
  );
}
