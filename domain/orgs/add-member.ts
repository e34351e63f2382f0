import type { Actor, Role } from "#core/actor.ts";
import { ensureUser, setMembership, setPassword, toEmail } from "#domain/auth/accounts.ts";
import { forgetKeys } from "#domain/auth/key-cache.ts";
import { toPasswordHash } from "#domain/auth/passwords.ts";
import { requireAdmin } from "./require-admin.ts";
import { withAudit } from "./with-audit.ts";

interface NewMember {
  readonly email: string;
  readonly role: Role;
  /** Set for a new account; an account that exists keeps its own unless `overwritePassword`. */
  readonly password?: string | undefined;
  readonly overwritePassword?: boolean;
}

/** Makes somebody a member, with an account where they have none. For this installation's commands. */
export async function addMember(
  actor: Extract<Actor, { kind: "system" }>,
  { email, role, password, overwritePassword = false }: NewMember,
): Promise<{ id: string; email: string }> {
  requireAdmin(actor);
  const address = toEmail(email);
  const hash = password === undefined ? undefined : await toPasswordHash(password);
  const member = await withAudit(actor, async (sql) => {
    const user = await ensureUser(sql, address);
    await setMembership(sql, actor.organizationId, user.id, role);
    if (hash !== undefined && (user.created || overwritePassword)) {
      await setPassword(sql, user.id, hash);
    }
    return {
      result: { id: user.id, email: user.email },
      audit: {
        action: "member.add",
        resourceType: "user",
        resourceId: user.id,
        changes: { email: user.email, role },
      },
    };
  });
  forgetKeys();
  return member;
}
