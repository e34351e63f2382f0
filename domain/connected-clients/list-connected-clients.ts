import { z } from "zod";
import { type Actor, hasScope, SCOPES } from "#core/actor.ts";
import { database } from "#db/database.ts";
import { fromDatabaseError } from "#db/errors.ts";
import { clientNameOf } from "#domain/auth/oauth/client-name.ts";
import { StoredList } from "#domain/auth/oauth/stored-list.ts";

const ConnectedClient = z.object({
  /** Of the connection: one person, one client, one organisation. */
  id: z.string(),
  name: z.string().nullable().transform(clientNameOf),
  /** The host of the document with which it names itself; null where anybody could have chosen the name. */
  documentHost: z.string().nullable(),
  email: z.string(),
  isOwn: z.boolean(),
  scopes: StoredList.transform((all) => SCOPES.filter((scope) => all.includes(scope))),
  since: z.date(),
  /** To within a minute. */
  lastUsedAt: z.date().nullable(),
  isTrusted: z.boolean(),
});
export type ConnectedClient = z.output<typeof ConnectedClient>;

/** The clients that were let in to the actor's organisation: all for an owner, for others their own; newest first. */
export async function listConnectedClients(actor: Actor): Promise<ConnectedClient[]> {
  const seesAll = hasScope(actor, "org:admin");
  const { sql } = await database();
  try {
    const rows = await sql`
      select c.id, k.name, u.email, c."userId" = ${actor.userId} as "isOwn", c.scopes,
             c."createdAt" as since, c."lastUsedAt", c."trustedAt" is not null as "isTrusted",
             case when k."clientDiscoveryId" is not null
                  then split_part(k."clientId", '/', 3) end as "documentHost"
        from public."oauthConsent" c
        join public."oauthClient" k on k."clientId" = c."clientId"
        join public."user" u on u.id = c."userId"
       where c."referenceId" = ${actor.organizationId}
         and (${seesAll} or c."userId" = ${actor.userId})
       order by c."createdAt" desc, c.id`;
    return z.array(ConnectedClient).parse([...rows]);
  } catch (error) {
    throw fromDatabaseError(error);
  }
}
