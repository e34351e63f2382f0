import type { Actor, CallLimits } from "#core/actor.ts";
import { NotFound } from "#core/errors.ts";
import { forgetKeys } from "#domain/auth/key-cache.ts";
import { checkKeyLimits } from "#domain/auth/key-limits.ts";
import { KeyMetadata } from "#domain/auth/verify-key.ts";
import { requireAdmin } from "./require-admin.ts";
import { withAudit } from "./with-audit.ts";

/** Gives a key other limits: at once here, within ten seconds in other processes. */
export async function changeKeyLimits(
  actor: Actor,
  keyId: string,
  wanted: CallLimits,
): Promise<void> {
  requireAdmin(actor);
  const limits = checkKeyLimits(wanted);
  await withAudit(actor, async (sql) => {
    const [key] = await sql`
      select name, metadata from public.apikey
       where id = ${keyId} and "referenceId" = ${actor.organizationId} for update`;
    if (!key) throw new NotFound("There is no such key in this organisation.");
    const before = KeyMetadata.parse(JSON.parse(key.metadata)).limits ?? null;
    await sql`
      update public.apikey
         set metadata = jsonb_set(metadata::jsonb, '{limits}', ${JSON.stringify(limits)}::text::jsonb)::text
       where id = ${keyId}`;
    return {
      result: undefined,
      audit: {
        action: "api_key.change_limits",
        resourceType: "api_key",
        resourceId: keyId,
        changes: { name: key.name, before, after: limits },
      },
    };
  });
  forgetKeys();
}
