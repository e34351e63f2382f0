import { endConnections } from "#domain/connected-clients/end-connections.ts";
import { withAudit } from "#domain/orgs/with-audit.ts";
import { personOfSession } from "./actor-of.ts";

/**
 * Runs `change` of the sign-in library. A new password ends whatever the old one opened, as with a reset link: the
 * library sees to the sessions, here end the MCP clients that the person let in. The new session stays in the
 * organisation of the old one.
 *
 * @throws SimonError
 */
export async function changingPassword(
  headers: Headers,
  change: () => Promise<Response>,
): Promise<Response> {
  const person = await personOfSession(headers);
  const response = await change();
  if (!person || response.status >= 400) return response;
  const { userId, organizationId } = person;
  await withAudit(person, async (sql) => {
    await endConnections(sql, { userId });
    await sql`
      update public.session set "activeOrganizationId" = ${organizationId} where "userId" = ${userId}`;
    return {
      result: undefined,
      audit: {
        action: "user.change_password",
        resourceType: "user",
        resourceId: userId,
        changes: {},
      },
    };
  });
  return response;
}
