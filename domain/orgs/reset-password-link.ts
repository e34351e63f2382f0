import type { Actor } from "#core/actor.ts";
import { Forbidden } from "#core/errors.ts";
import { createLink, revokeResets } from "#domain/auth/one-time-link.ts";
import { getMember } from "./members.ts";
import { requireAdmin } from "./require-admin.ts";
import { withAudit } from "./with-audit.ts";

const LIFETIME_MS = 24 * 3600 * 1000;

/**
 * Lets a member set a new password. An earlier link of theirs ends.
 *
 * @returns the path of a link to hand over: it works once, for a day, and is not shown again.
 * @throws Forbidden for an owner, when the person belongs to other organisations too: with the link the
 * owner could become that person there.
 */
export async function resetPasswordLink(actor: Actor, userId: string): Promise<{ path: string }> {
  requireAdmin(actor);
  return withAudit(actor, async (sql) => {
    const member = await getMember(sql, actor, userId);
    const [elsewhere] = await sql`
      select 1 from public.member
       where "userId" = ${userId} and "organizationId" <> ${actor.organizationId} limit 1`;
    if (elsewhere && actor.kind !== "system") {
      throw new Forbidden(
        `${member.email} belongs to other organisations too. Whoever runs this installation can make the link: npm run user -- reset --email ${member.email}`,
      );
    }
    await revokeResets(sql, userId);
    const path = await createLink(sql, { kind: "reset", userId }, LIFETIME_MS);
    return {
      result: { path },
      audit: {
        action: "member.reset_password",
        resourceType: "user",
        resourceId: userId,
        changes: { email: member.email },
      },
    };
  });
}
