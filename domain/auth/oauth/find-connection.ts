import { z } from "zod";
import { wallNow } from "#core/clock.ts";
import { database } from "#db/database.ts";
import { fromDatabaseError } from "#db/errors.ts";
import { roleOf } from "../memberships.ts";
import { StoredList } from "./stored-list.ts";

const Connection = z.object({
  id: z.string(),
  scopes: StoredList,
  since: z.date(),
  lastUsedAt: z.date().nullable(),
  trustedAt: z.date().nullable(),
  clientName: z.string().nullable(),
  email: z.string(),
  role: z.string().transform(roleOf),
  organizationName: z.string(),
});
type Connection = z.output<typeof Connection>;

/** That a client is used is written down once a minute. */
const NOTED_EVERY_MS = 60_000;

/**
 * The consent that a person gave a client for an organisation, as long as it holds: it was not taken back, and
 * the person is still a member.
 */
export async function findConnection({
  clientId,
  userId,
  organizationId,
}: {
  readonly clientId: string;
  readonly userId: string;
  readonly organizationId: string;
}): Promise<Connection | undefined> {
  const { sql } = await database();
  try {
    const [row] = await sql`
      select c.id, c.scopes, c."createdAt" as since, c."lastUsedAt", c."trustedAt",
             k.name as "clientName", u.email, m.role, o.name as "organizationName"
        from public."oauthConsent" c
        join public."oauthClient" k on k."clientId" = c."clientId" and k.disabled is not true
        join public.member m on m."userId" = c."userId" and m."organizationId" = c."referenceId"
        join public.organization o on o.id = m."organizationId"
        join public."user" u on u.id = m."userId"
       where c."clientId" = ${clientId} and c."userId" = ${userId}
         and c."referenceId" = ${organizationId}`;
    if (!row) return undefined;
    const connection = Connection.parse(row);
    const now = wallNow();
    if (now.getTime() - (connection.lastUsedAt?.getTime() ?? 0) > NOTED_EVERY_MS) {
      await sql`update public."oauthConsent" set "lastUsedAt" = ${now} where id = ${connection.id}`;
    }
    return connection;
  } catch (error) {
    throw fromDatabaseError(error);
  }
}
