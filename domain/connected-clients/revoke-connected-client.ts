import { type Actor, hasScope } from "#core/actor.ts";
import { Forbidden, NotFound } from "#core/errors.ts";
import { withAudit } from "#domain/orgs/with-audit.ts";
import { endConnections } from "./end-connections.ts";
import { getConnection } from "./get-connection.ts";

/**
 * Takes back what a person gave a client: its next request is refused. People take back what they gave, owners
 * also what others did.
 *
 * @throws NotFound; Forbidden for who is not signed in as a person
 */
export async function revokeConnectedClient(actor: Actor, id: string): Promise<void> {
  if (actor.kind !== "user") throw new Forbidden("Only a signed-in person may do this.");
  await withAudit(actor, async (sql) => {
    const { clientId, clientName, userId, email } = await getConnection(sql, actor, id);
    if (userId !== actor.userId && !hasScope(actor, "org:admin")) {
      throw new NotFound("This client is not connected any more.");
    }
    await endConnections(sql, { organizationId: actor.organizationId, userId, clientId });
    return {
      result: undefined,
      audit: {
        action: "mcp_client.revoked",
        resourceType: "mcp_client",
        resourceId: clientId,
        changes: { client: clientName, of: email },
      },
    };
  });
}
