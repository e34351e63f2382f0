import type { Actor, Role } from "#core/actor.ts";
import { Conflict, NotFound } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { roleOf } from "#domain/auth/memberships.ts";

/** A member of the actor's organisation; all its memberships stay locked until the transaction ends. */
export async function getMember(
  sql: Transaction,
  actor: Actor,
  userId: string,
): Promise<{ email: string; role: Role; isLastOwner: boolean }> {
  const members = await sql<{ userId: string; email: string; role: string }[]>`
    select m."userId", u.email, m.role
      from public.member m join public."user" u on u.id = m."userId"
     where m."organizationId" = ${actor.organizationId} order by m.id for update of m`;
  const member = members.find((candidate) => candidate.userId === userId);
  if (!member) throw new NotFound("There is no such member in this organisation.");
  const owners = members.filter((candidate) => candidate.role === "owner");
  return {
    email: member.email,
    role: roleOf(member.role),
    isLastOwner: member.role === "owner" && owners.length === 1,
  };
}

/** @throws Conflict */
export function refuseLastOwner(member: { isLastOwner: boolean }): void {
  if (!member.isLastOwner) return;
  throw new Conflict("This is the last owner. Make somebody else an owner first.");
}
