import { hash, randomBytes } from "node:crypto";
import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { requireConnection } from "../connection.ts";
import { requireOwner } from "../require-owner.ts";
import { streamUrl } from "./stream-address.ts";

export interface StreamCredentials {
  readonly url: string;
  readonly user: string;
  /** Shown now and never again: only its hash is kept. */
  readonly password: string;
}

/**
 * Makes the credentials with which the provider pushes records to us; earlier ones are no longer taken.
 *
 * @throws NotFound, Forbidden
 */
export async function renewStream(actor: Actor): Promise<StreamCredentials> {
  await requireOwner(actor);
  const user = `stream-${randomBytes(6).toString("hex")}`;
  const password = randomBytes(24).toString("base64url");
  return asActor(actor, async (sql) => {
    const connection = await requireConnection(sql, { lock: true });
    await sql`
      update store.connections
      set stream_user = ${user}, stream_password_hash = ${hashOfPassword(password) as never},
          stream_renewed_at = ${wallNow()}
      where id = ${connection.id}`;
    await recordAudit(sql, actor, {
      action: "connection.renew_stream",
      resourceType: "connection",
      resourceId: connection.id,
      changes: { user },
    });
    return { url: streamUrl(actor.organizationId, connection.id), user, password };
  });
}

/** Of 192 random bits, so no slow hash is needed. */
export function hashOfPassword(password: string): Buffer {
  return hash("sha256", password, "buffer");
}
