import type { Transaction } from "#db/database.ts";

interface Ended {
  readonly userId: string;
  /** For one organisation; for all where it is left out. */
  readonly organizationId?: string;
  /** Of one client; of all where it is left out. */
  readonly clientId?: string;
}

/** Takes back what a person gave clients. Tokens that are out work no more from then on. */
export async function endConnections(
  sql: Transaction,
  { organizationId, userId, clientId }: Ended,
): Promise<void> {
  const ofOrganization =
    organizationId === undefined ? sql`` : sql`and "referenceId" = ${organizationId}`;
  const ofClient = clientId === undefined ? sql`` : sql`and "clientId" = ${clientId}`;
  await sql`
    delete from public."oauthRefreshToken"
     where "userId" = ${userId} ${ofOrganization} ${ofClient}`;
  await sql`
    delete from public."oauthConsent"
     where "userId" = ${userId} ${ofOrganization} ${ofClient}`;
}
