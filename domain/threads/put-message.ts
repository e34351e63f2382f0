import { wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { storable } from "#db/storable.ts";
import type { Outcome } from "./end-turn.ts";
import type { ChatMessage } from "./thread.ts";

/** Keeps a message after its parent, beside what already follows that. */
export async function putMessage(
  sql: Transaction,
  threadId: string,
  message: ChatMessage,
  parentId: string | null,
  status: Outcome = "complete",
): Promise<void> {
  await sql`
    insert into store.messages
      (thread_id, id, parent_id, position, role, content, status, created_at)
    select ${threadId}, ${message.id}, ${parentId}, coalesce(max(position), 0) + 1, ${message.role},
      ${storable(message)}::text::jsonb, ${status}, ${wallNow()}
    from store.messages where thread_id = ${threadId}`;
}
