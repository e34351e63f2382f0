import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";

const ACTIONS = {
  rejected: "change.reject",
  expired: "change.expire",
  cancelled: "change.cancel",
} as const;

/** Ends a change (locked by the caller) before its time: what has not begun is not done. */
export async function endChange(
  sql: Transaction,
  actor: Actor,
  id: string,
  state: keyof typeof ACTIONS,
): Promise<void> {
  await endUnrecorded(sql, id, state);
  await recordAudit(sql, actor, {
    action: ACTIONS[state],
    resourceType: "change",
    resourceId: id,
    changes: {},
  });
}

/** As `endChange`, of nobody's doing: by the clock. */
export async function endUnrecorded(
  sql: Transaction,
  id: string,
  state: keyof typeof ACTIONS,
): Promise<void> {
  const now = wallNow();
  await sql`
    update store.change_items set state = 'cancelled', due_at = null, finished_at = ${now}
    where change_id = ${id} and state = 'pending'`;
  await sql`
    update store.change_sets set state = ${state}, finished_at = ${now} where id = ${id}`;
}
