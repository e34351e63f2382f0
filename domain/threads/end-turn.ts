import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { asActor } from "#db/guard.ts";
import { putMessage } from "./put-message.ts";
import { type ChatMessage, lockThread } from "./thread.ts";

export type Outcome = "complete" | "stopped" | "failed";

interface Ending {
  readonly threadId: string;
  readonly questionId: string;
  readonly answer: ChatMessage;
  readonly outcome: Outcome;
}

/**
 * Keeps an answer, whole or partial, as what follows its question, beside earlier answers to it.
 *
 * @throws NotFound when the conversation was deleted meanwhile.
 */
export async function endTurn(actor: Actor, ending: Ending): Promise<void> {
  const { threadId, questionId, answer, outcome } = ending;
  await asActor(actor, async (sql) => {
    await lockThread(sql, threadId);
    await putMessage(sql, threadId, answer, questionId, outcome);
    await sql`
      update store.threads set updated_at = ${wallNow()}, head_id = ${answer.id}
      where id = ${threadId}`;
  });
}
