import type { Actor, Role } from "#core/actor.ts";
import { Conflict } from "#core/errors.ts";
import { toEmail } from "#domain/auth/accounts.ts";
import { createLink, revokeInvitations } from "#domain/auth/one-time-link.ts";
import { requireAdmin } from "./require-admin.ts";
import { withAudit } from "./with-audit.ts";

const LIFETIME_MS = 7 * 24 * 3600 * 1000;

/**
 * Invites somebody into the actor's organisation. An earlier invitation of the same person ends.
 *
 * @returns the path of a link to hand over: it works once, for seven days, and is not shown again.
 * @throws Conflict when they are a member already.
 */
export async function inviteMember(
  actor: Actor,
  { email, role }: { email: string; role: Role },
): Promise<{ path: string }> {
  requireAdmin(actor);
  const address = toEmail(email);
  return withAudit(actor, async (sql) => {
    const [member] = await sql`
      select 1 from public.member m join public."user" u on u.id = m."userId"
       where m."organizationId" = ${actor.organizationId} and u.email = ${address}`;
    if (member) throw new Conflict(`${address} is a member of this organisation already.`);
    await revokeInvitations(sql, actor.organizationId, address);
    const path = await createLink(
      sql,
      {
        kind: "invite",
        organizationId: actor.organizationId,
        email: address,
        role,
        invitedBy: actor.name,
      },
      LIFETIME_MS,
    );
    return {
      result: { path },
      audit: {
        action: "member.invite",
        resourceType: "user",
        resourceId: address,
        changes: { role },
      },
    };
  });
}
