import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { asActor } from "#db/guard.ts";
import { storable } from "#db/storable.ts";
import { type ChatMessage, lockThread } from "./thread.ts";

export type Outcome = "complete" | "stopped" | "failed";

interface Ending {
  readonly threadId: string;
  readonly questionId: string;
  readonly answer: ChatMessage;
  readonly outcome: Outcome;
}

/**
 * Keeps an answer, whole or partial, as what follows its question; an earlier answer goes.
 *
 * @throws NotFound when the conversation was deleted meanwhile.
 */
export async function endTurn(actor: Actor, ending: Ending): Promise<void> {
  const { threadId, questionId, answer, outcome } = ending;
  await asActor(actor, async (sql) => {
    await lockThread(sql, threadId);
    const [question] = await sql`
      select position from store.messages where thread_id = ${threadId} and id = ${questionId}`;
    if (!question) return;
    const position = Number(question.position);
    await sql`delete from store.messages where thread_id = ${threadId} and position > ${position}`;
    await sql`
      insert into store.messages
        (thread_id, id, parent_id, position, role, content, status, created_at)
      values (${threadId}, ${answer.id}, ${questionId}, ${position + 1}, 'assistant',
        ${storable(answer)}::text::jsonb, ${outcome}, ${wallNow()})`;
    await sql`update store.threads set updated_at = ${wallNow()} where id = ${threadId}`;
  });
}
