import type { Actor, Role } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { database } from "#db/database.ts";
import { fromDatabaseError } from "#db/errors.ts";
import { roleOf } from "#domain/auth/memberships.ts";
import { LinkPurpose } from "#domain/auth/one-time-link.ts";
import { requireAdmin } from "./require-admin.ts";

export interface Member {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly joinedAt: Date;
}

export interface PendingInvitation {
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: Date;
}

/** The members of the actor's organisation by e-mail address, and who is invited to it. */
export async function listMembers(
  actor: Actor,
): Promise<{ members: Member[]; invitations: PendingInvitation[] }> {
  requireAdmin(actor);
  const { sql } = await database();
  try {
    const [members, links] = await Promise.all([
      sql<{ userId: string; name: string; email: string; role: string; joinedAt: Date }[]>`
        select u.id as "userId", u.name, u.email, m.role, m."createdAt" as "joinedAt"
          from public.member m join public."user" u on u.id = m."userId"
         where m."organizationId" = ${actor.organizationId} order by u.email`,
      sql<{ value: string; expiresAt: Date }[]>`
        select value, "expiresAt" from public.verification
         where identifier like 'simon-invite:%' and "expiresAt" > ${wallNow()}
           and value::jsonb ->> 'organizationId' = ${actor.organizationId}
         order by value::jsonb ->> 'email'`,
    ]);
    return {
      members: members.map((member) => ({ ...member, role: roleOf(member.role) })),
      invitations: links.flatMap(({ value, expiresAt }) => {
        const purpose = LinkPurpose.parse(JSON.parse(value));
        return purpose.kind === "invite"
          ? [{ email: purpose.email, role: purpose.role, expiresAt }]
          : [];
      }),
    };
  } catch (error) {
    throw fromDatabaseError(error);
  }
}
