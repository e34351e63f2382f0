import { randomUUID } from "node:crypto";
import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Conflict } from "#core/errors.ts";
import { violatedKey } from "#db/errors.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { enqueue } from "#domain/jobs/start-due.ts";
import { checkBaseUrl, ONCE_BASE_URL } from "./base-url.ts";
import { sealSecret } from "./credential-key.ts";
import type { Credentials } from "./credentials.ts";
import { requireOwner } from "./require-owner.ts";

/** As documented; a customer may be given more. */
const CALLS_PER_SECOND = 10;

/**
 * Connects the actor's organisation to its account at the provider. Nothing is called yet; the first sync is
 * the next job.
 *
 * @param options.emulatedSpeed Of an emulator on this machine; no other address may have one.
 * @returns the connection's id.
 * @throws Conflict when there is one, Invalid for an address that is not allowed, Forbidden
 */
export async function connect(
  actor: Actor,
  credentials: Credentials,
  { emulatedSpeed = null }: { readonly emulatedSpeed?: number | null } = {},
): Promise<string> {
  await requireOwner(actor);
  const baseUrl = await checkBaseUrl(credentials.base_url || ONCE_BASE_URL);
  const { organizationId } = actor;
  const id = randomUUID();
  const secret = await sealSecret(credentials.client_secret, {
    organizationId,
    connectionId: id,
    baseUrl,
    clientId: credentials.client_id,
  });
  const now = wallNow();
  try {
    await asActor(actor, async (sql) => {
      await sql`
        insert into store.connections
          (id, provider, name, base_url, client_id, secret, calls_per_second, emulated_speed, created_at,
           created_by, updated_at)
        values (${id}, 'once', '1NCE', ${baseUrl}, ${credentials.client_id}, ${secret as never},
          ${CALLS_PER_SECOND}, ${emulatedSpeed}, ${now}, ${actor.name}, ${now})`;
      await enqueue(sql, "sync", actor.name, now);
      await recordAudit(sql, actor, {
        action: "connection.connect",
        resourceType: "connection",
        resourceId: id,
        changes: { provider: "1NCE", base_url: baseUrl, client_id: credentials.client_id },
      });
    });
  } catch (error) {
    if (violatedKey(error) !== "one_connection_at_a_time") throw error;
    throw new Conflict("This organisation is connected already. Change its credentials instead.", {
      cause: error,
    });
  }
  return id;
}
