import type { Actor } from "#core/actor.ts";
import { NotFound } from "#core/errors.ts";
import { forgetKeys } from "#domain/auth/key-cache.ts";
import { requireAdmin } from "./require-admin.ts";
import { withAudit } from "./with-audit.ts";

/** Ends a key of the actor's organisation: at once here, within ten seconds in other processes. */
export async function revokeApiKey(actor: Actor, keyId: string): Promise<void> {
  requireAdmin(actor);
  await withAudit(actor, async (sql) => {
    const [key] = await sql`
      delete from public.apikey
       where id = ${keyId} and "referenceId" = ${actor.organizationId} returning name`;
    if (!key) throw new NotFound("There is no such key in this organisation.");
    return {
      result: undefined,
      audit: {
        action: "api_key.revoke",
        resourceType: "api_key",
        resourceId: keyId,
        changes: { name: key.name },
      },
    };
  });
  forgetKeys();
}
