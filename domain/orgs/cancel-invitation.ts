import type { Actor } from "#core/actor.ts";
import { toEmail } from "#domain/auth/accounts.ts";
import { revokeInvitations } from "#domain/auth/one-time-link.ts";
import { requireAdmin } from "./require-admin.ts";
import { withAudit } from "./with-audit.ts";

/** Takes an invitation back: its link stops working. */
export async function cancelInvitation(actor: Actor, email: string): Promise<void> {
  requireAdmin(actor);
  const address = toEmail(email);
  await withAudit(actor, async (sql) => {
    await revokeInvitations(sql, actor.organizationId, address);
    return {
      result: undefined,
      audit: {
        action: "member.uninvite",
        resourceType: "user",
        resourceId: address,
        changes: {},
      },
    };
  });
}
