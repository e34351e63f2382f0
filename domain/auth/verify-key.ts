import { defaultKeyHasher } from "@better-auth/api-key";
import { z } from "zod";
import { wallNow } from "#core/clock.ts";
import { Unauthenticated } from "#core/errors.ts";
import { database } from "#db/database.ts";
import { fromDatabaseError } from "#db/errors.ts";
import type { KeyActor } from "./key-cache.ts";
import { KeyLimits } from "./key-limits.ts";
import { effectiveKeyScopes } from "./key-scopes.ts";
import { roleOf } from "./memberships.ts";

/** How the scopes, the maker and the limits of a key are kept in the library's own columns. */
export const KeyPermissions = z.object({ scopes: z.array(z.string()) });
export const KeyMetadata = z.object({ userId: z.string(), limits: KeyLimits.optional() });

const KeyRow = z.object({
  id: z.string(),
  name: z.string(),
  permissions: z.string().transform((text) => KeyPermissions.parse(JSON.parse(text))),
  metadata: z.string().transform((text) => KeyMetadata.parse(JSON.parse(text))),
  userId: z.string(),
  role: z.string().transform(roleOf),
  organizationId: z.string(),
  organizationName: z.string(),
});

/**
 * Checks a key, and that its maker is still a member of its organisation; notes when it was used.
 * Not by the library's `verifyApiKey`, which calls a key invalid when only the database is away.
 *
 * @throws Unauthenticated
 */
export async function verifyKey(secret: string): Promise<KeyActor> {
  const hash = await defaultKeyHasher(secret);
  const [row] = await claimKey(hash);
  if (!row) {
    throw new Unauthenticated(
      "This API key is not valid. It may have been revoked or have expired.",
    );
  }
  const { id, permissions, metadata, role, ...key } = KeyRow.parse(row);
  return {
    ...key,
    kind: "apiKey",
    channel: "api",
    keyId: id,
    role,
    scopes: effectiveKeyScopes(permissions.scopes, role),
    limits: metadata.limits,
  };
}

async function claimKey(hash: string) {
  const db = await database();
  const now = wallNow();
  return db.sql`
    with used as (
      update public.apikey k set "lastRequest" = ${now}
        from public.member m join public.organization o on o.id = m."organizationId"
       where k.key = ${hash} and k.enabled and coalesce(k."expiresAt" > ${now}, true)
         and o.id = k."referenceId" and m."userId" = k.metadata::jsonb ->> 'userId'
      returning k.id, k.name, k.permissions, k.metadata, m."userId", m.role,
                o.id as "organizationId", o.name as "organizationName")
    select * from used`.catch((error) => {
    throw fromDatabaseError(error);
  });
}
