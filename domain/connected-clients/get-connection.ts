import type { Actor } from "#core/actor.ts";
import { NotFound } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { clientNameOf } from "#domain/auth/oauth/client-name.ts";

interface Connection {
  readonly clientId: string;
  readonly clientName: string;
  readonly userId: string;
  readonly email: string;
}

/** A connection of the actor's organisation. @throws NotFound */
export async function getConnection(
  sql: Transaction,
  actor: Actor,
  id: string,
): Promise<Connection> {
  const [row] = await sql<{ clientId: string; name: string; userId: string; email: string }[]>`
    select c."clientId", k.name, c."userId", u.email
      from public."oauthConsent" c
      join public."oauthClient" k on k."clientId" = c."clientId"
      join public."user" u on u.id = c."userId"
     where c.id = ${id} and c."referenceId" = ${actor.organizationId}`;
  if (!row) throw new NotFound("This client is not connected any more.");
  const { name, ...connection } = row;
  return { ...connection, clientName: clientNameOf(name) };
}
