import { verifyPassword } from "better-auth/crypto";
import { type Role, systemActor } from "#core/actor.ts";
import { Conflict, Unauthenticated } from "#core/errors.ts";
import { database } from "#db/database.ts";
import { withAudit } from "#domain/orgs/with-audit.ts";
import { ensureUser, findPasswordHash, setMembership, setPassword } from "./accounts.ts";
import { getOrganization } from "./get-organization.ts";
import { readLink, takeLink } from "./one-time-link.ts";
import { toPasswordHash } from "./passwords.ts";

export interface Invitation {
  readonly email: string;
  readonly role: Role;
  readonly invitedBy: string;
  readonly organizationName: string;
  /** Whether the person has an account already, whose password they then give. */
  readonly hasAccount: boolean;
}

/** What an invitation offers, for its page. @throws NotFound */
export async function readInvitation(token: string): Promise<Invitation> {
  const { email, role, invitedBy, organizationId } = await readLink("invite", token);
  const { sql } = await database();
  const organization = await getOrganization(organizationId);
  const hash = await findPasswordHash(sql, email);
  return {
    email,
    role,
    invitedBy,
    organizationName: organization.name,
    hasAccount: hash !== undefined,
  };
}

/**
 * Uses an invitation. Who has no account gets one with this password; who has one proves it with their
 * password, since whoever made the link knows it too and must not become them.
 *
 * @throws NotFound for a used or expired link, Invalid for a bad new password, Unauthenticated for a
 * wrong present one; the link is then still good.
 */
export async function acceptInvitation(
  token: string,
  password: string,
): Promise<{ email: string }> {
  const { email, role, organizationId } = await readLink("invite", token);
  const { sql } = await database();
  const organization = await getOrganization(organizationId);
  const present = await findPasswordHash(sql, email);
  if (present !== undefined && !(await verifyPassword({ hash: present, password }))) {
    throw new Unauthenticated("The password of your account is not right.");
  }
  const fresh = present === undefined ? await toPasswordHash(password) : undefined;
  return withAudit(systemActor(organization, email), async (transaction) => {
    await takeLink(transaction, "invite", token);
    const user = await ensureUser(transaction, email);
    if (fresh !== undefined) {
      // Between the look above and here, another invitation may have made the account.
      if ((await findPasswordHash(transaction, email)) !== undefined) {
        throw new Conflict("This account was made a moment ago. Open the link again.");
      }
      await setPassword(transaction, user.id, fresh);
    }
    await setMembership(transaction, organizationId, user.id, role);
    return {
      result: { email },
      audit: {
        action: "member.join",
        resourceType: "user",
        resourceId: user.id,
        changes: { email, role },
      },
    };
  });
}
