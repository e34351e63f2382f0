import type { Actor } from "#core/actor.ts";
import { withAudit } from "#domain/orgs/with-audit.ts";
import { endConnections } from "./end-connections.ts";

type Person = Extract<Actor, { kind: "user" }>;

/** Takes back what a person gave a client of our own, and the client with it. */
export async function forgetClient(actor: Person, clientId: string, name: string): Promise<void> {
  const { organizationId, userId } = actor;
  await withAudit(actor, async (sql) => {
    await endConnections(sql, { organizationId, userId, clientId });
    await sql`delete from public."oauthClient" where "clientId" = ${clientId}`;
    return {
      result: undefined,
      audit: {
        action: "mcp_client.revoked",
        resourceType: "mcp_client",
        resourceId: clientId,
        changes: { client: name, of: actor.name },
      },
    };
  });
}
