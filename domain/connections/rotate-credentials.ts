import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { checkBaseUrl } from "./base-url.ts";
import { requireConnection } from "./connection.ts";
import { sealSecret } from "./credential-key.ts";
import type { Credentials } from "./credentials.ts";
import { requireOwner } from "./require-owner.ts";

/**
 * Replaces the credentials of the connection, and its address where one is given: the secret is entered
 * again for another address, since the old one is not sent there.
 *
 * @param options.emulatedSpeed Of an emulator on this machine. Default: as before, at the same address.
 *
 * @throws NotFound, Invalid, Forbidden
 */
export async function rotateCredentials(
  actor: Actor,
  credentials: Credentials,
  { emulatedSpeed }: { readonly emulatedSpeed?: number } = {},
): Promise<void> {
  await requireOwner(actor);
  const given = credentials.base_url ? await checkBaseUrl(credentials.base_url) : null;
  await asActor(actor, async (sql) => {
    const before = await requireConnection(sql, { lock: true });
    const baseUrl = given ?? before.base_url;
    const clientId = credentials.client_id;
    const speed = emulatedSpeed ?? (baseUrl === before.base_url ? before.emulated_speed : null);
    const secret = await sealSecret(credentials.client_secret, {
      organizationId: actor.organizationId,
      connectionId: before.id,
      baseUrl,
      clientId,
    });
    await sql`
      update store.connections
      set base_url = ${baseUrl}, client_id = ${clientId}, secret = ${secret as never},
          emulated_speed = ${speed}, updated_at = ${wallNow()}, last_tested_at = null, last_error = null, sims_seen = null
      where id = ${before.id}`;
    await recordAudit(sql, actor, {
      action: "connection.rotate",
      resourceType: "connection",
      resourceId: before.id,
      changes: {
        before: { base_url: before.base_url, client_id: before.client_id },
        after: { base_url: baseUrl, client_id: clientId },
      },
    });
  });
}
