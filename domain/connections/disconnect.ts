import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { requireConnection } from "./connection.ts";
import { requireOwner } from "./require-owner.ts";

/**
 * Ends the connection: its secret and the streamer's password are forgotten, what came through it stays.
 *
 * @throws NotFound, Forbidden
 */
export async function disconnect(actor: Actor): Promise<void> {
  await requireOwner(actor);
  await asActor(actor, async (sql) => {
    const before = await requireConnection(sql, { lock: true });
    await sql`
      update store.connections
      set state = 'disconnected', secret = null, stream_user = null, stream_password_hash = null,
          updated_at = ${wallNow()}
      where id = ${before.id}`;
    await recordAudit(sql, actor, {
      action: "connection.disconnect",
      resourceType: "connection",
      resourceId: before.id,
      changes: { base_url: before.base_url, client_id: before.client_id },
    });
  });
}
