import type { Actor, Role } from "#core/actor.ts";
import { forgetKeys } from "#domain/auth/key-cache.ts";
import { getMember, refuseLastOwner } from "./members.ts";
import { requireAdmin } from "./require-admin.ts";
import { withAudit } from "./with-audit.ts";

/**
 * Gives a member another role, from the next request on. Their keys can do no more than the new role.
 *
 * @throws NotFound, or Conflict for the last owner.
 */
export async function changeRole(actor: Actor, userId: string, role: Role): Promise<void> {
  requireAdmin(actor);
  await withAudit(actor, async (sql) => {
    const member = await getMember(sql, actor, userId);
    if (role !== "owner") refuseLastOwner(member);
    await sql`
      update public.member set role = ${role}
       where "organizationId" = ${actor.organizationId} and "userId" = ${userId}`;
    return {
      result: undefined,
      audit: {
        action: "member.change_role",
        resourceType: "user",
        resourceId: userId,
        changes: { email: member.email, before: member.role, after: role },
      },
    };
  });
  forgetKeys();
}
