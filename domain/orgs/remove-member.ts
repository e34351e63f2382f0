import type { Actor } from "#core/actor.ts";
import { endSessions } from "#domain/auth/accounts.ts";
import { forgetKeys } from "#domain/auth/key-cache.ts";
import { endConnections } from "#domain/connected-clients/end-connections.ts";
import { handOverViews } from "#domain/saved-views/hand-over-views.ts";
import { getMember, refuseLastOwner } from "./members.ts";
import { requireAdmin } from "./require-admin.ts";
import { withAudit } from "./with-audit.ts";

/**
 * Takes somebody out of the actor's organisation: their keys for it are deleted, the clients
 * that they let in are shut out, and their sessions end. The views that they share go to the actor.
 * The account stays, since it may belong to other organisations.
 *
 * @throws NotFound, or Conflict for the last owner.
 */
export async function removeMember(actor: Actor, userId: string): Promise<void> {
  requireAdmin(actor);
  await withAudit(actor, async (sql) => {
    const member = await getMember(sql, actor, userId);
    refuseLastOwner(member);
    await sql`
      delete from public.member
       where "organizationId" = ${actor.organizationId} and "userId" = ${userId}`;
    await sql`
      delete from public.apikey
       where "referenceId" = ${actor.organizationId} and metadata::jsonb ->> 'userId' = ${userId}`;
    await endConnections(sql, { organizationId: actor.organizationId, userId });
    await endSessions(sql, userId);
    await handOverViews(sql, actor, { userId, email: member.email });
    return {
      result: undefined,
      audit: {
        action: "member.remove",
        resourceType: "user",
        resourceId: userId,
        changes: { email: member.email, role: member.role },
      },
    };
  });
  forgetKeys();
}
