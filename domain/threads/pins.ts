import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { NotFound } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { lockThread, requirePerson } from "./thread.ts";

const MAX_PINS = 12;

export const Pinned = z.object({ pinned: z.boolean() });

/** Ids of the answers that stand beside a conversation, the latest first; none where there is no such conversation. */
export async function listPins(actor: Actor, threadId: string): Promise<string[]> {
  requirePerson(actor);
  return asActor(actor, (sql) => pinsOf(sql, threadId));
}

/**
 * Puts an answer beside its conversation, or takes it away; one too many takes the place of the oldest.
 *
 * @throws NotFound when there is no such answer.
 */
export async function pinAnswer(
  actor: Actor,
  { threadId, messageId }: { readonly threadId: string; readonly messageId: string },
  { pinned }: z.output<typeof Pinned>,
): Promise<string[]> {
  requirePerson(actor);
  return asActor(actor, async (sql) => {
    await lockThread(sql, threadId);
    const [answer] = await sql`
      update store.messages set pinned_at = ${pinned ? wallNow() : null}
      where thread_id = ${threadId} and id = ${messageId} and role = 'assistant' returning 1`;
    if (!answer) throw new NotFound("There is no such answer. It may have been deleted.");
    const pins = await pinsOf(sql, threadId);
    await sql`
      update store.messages set pinned_at = null
      where thread_id = ${threadId} and id = any(${pins.slice(MAX_PINS)}::text[])`;
    return pins.slice(0, MAX_PINS);
  });
}

async function pinsOf(sql: Transaction, threadId: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from store.messages where thread_id = ${threadId} and pinned_at is not null
    order by pinned_at desc, position desc`;
  return rows.map(({ id }) => id);
}
