import type { Transaction } from "#db/database.ts";

interface Ended {
  readonly organizationId: string;
  readonly userId: string;
  /** Of one client; of all where it is left out. */
  readonly clientId?: string;
}

/** Takes back what a person gave clients for an organisation. Tokens that are out work no more from then on. */
export async function endConnections(
  sql: Transaction,
  { organizationId, userId, clientId }: Ended,
): Promise<void> {
  const ofClient = clientId === undefined ? sql`` : sql`and "clientId" = ${clientId}`;
  await sql`
    delete from public."oauthRefreshToken"
     where "referenceId" = ${organizationId} and "userId" = ${userId} ${ofClient}`;
  await sql`
    delete from public."oauthConsent"
     where "referenceId" = ${organizationId} and "userId" = ${userId} ${ofClient}`;
}
