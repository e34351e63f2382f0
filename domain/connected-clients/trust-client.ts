import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { requireAdmin } from "#domain/orgs/require-admin.ts";
import { withAudit } from "#domain/orgs/with-audit.ts";
import { getConnection } from "./get-connection.ts";

/**
 * Marks a connected client as trusted, or no more: it may then answer for its person where a change is small and
 * can be undone.
 *
 * @throws Forbidden for who is no owner in person, NotFound
 */
export async function trustClient(actor: Actor, id: string, isTrusted: boolean): Promise<void> {
  requireAdmin(actor);
  await withAudit(actor, async (sql) => {
    const { clientId, clientName, email } = await getConnection(sql, actor, id);
    const trustedAt = isTrusted ? wallNow() : null;
    await sql`update public."oauthConsent" set "trustedAt" = ${trustedAt} where id = ${id}`;
    return {
      result: undefined,
      audit: {
        action: isTrusted ? "mcp_client.trusted" : "mcp_client.trust_ended",
        resourceType: "mcp_client",
        resourceId: clientId,
        changes: { client: clientName, of: email },
      },
    };
  });
}
