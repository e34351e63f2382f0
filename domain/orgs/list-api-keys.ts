import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { database } from "#db/database.ts";
import { fromDatabaseError } from "#db/errors.ts";
import { KeyMetadata, KeyPermissions } from "#domain/auth/verify-key.ts";
import { requireAdmin } from "./require-admin.ts";

const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  /** The first characters, by which people tell their keys apart. */
  start: z.string(),
  maker: z.string().nullable(),
  scopes: z.string().transform((text) => KeyPermissions.parse(JSON.parse(text)).scopes),
  /** Its own; null: those that the installation gives every key. */
  limits: z.string().transform((text) => KeyMetadata.parse(JSON.parse(text)).limits ?? null),
  createdAt: z.date(),
  /** To within some seconds: not every request is written down. */
  lastUsedAt: z.date().nullable(),
  expiresAt: z.date().nullable(),
});
export type ApiKey = z.output<typeof ApiKey>;

/** The keys of the actor's organisation, newest first. */
export async function listApiKeys(actor: Actor): Promise<ApiKey[]> {
  requireAdmin(actor);
  const { sql } = await database();
  try {
    const rows = await sql`
      select k.id, k.name, k.start, u.email as maker, k.permissions as scopes,
             k.metadata as limits, k."createdAt", k."lastRequest" as "lastUsedAt", k."expiresAt"
        from public.apikey k left join public."user" u on u.id = k.metadata::jsonb ->> 'userId'
       where k."referenceId" = ${actor.organizationId} order by k."createdAt" desc, k.id`;
    return z.array(ApiKey).parse([...rows]);
  } catch (error) {
    throw fromDatabaseError(error);
  }
}
