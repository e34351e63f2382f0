import { ROLES, type Role } from "#core/actor.ts";
import { database } from "#db/database.ts";

export interface Membership {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly role: string;
}

/** A role that is not one of ours may do the least. */
export function roleOf(text: unknown): Role {
  return ROLES.find((role) => role === text) ?? "viewer";
}

/** The user's membership in `organizationId`; where that is null or gone, the oldest one they have. */
export async function findMembership(
  userId: string,
  organizationId: string | null,
): Promise<Membership | undefined> {
  const { sql } = await database();
  const [row] = await sql<Membership[]>`
    select o.id as "organizationId", o.name as "organizationName", m.role
      from public.member m join public.organization o on o.id = m."organizationId"
     where m."userId" = ${userId}
     order by (o.id = ${organizationId}) desc nulls last, m."createdAt", o.id
     limit 1`;
  return row;
}

/** What each of the users is in the organisation; null for who is no member. */
export async function rolesOf(
  organizationId: string,
  userIds: readonly string[],
): Promise<Map<string, Role | null>> {
  if (userIds.length === 0) return new Map();
  const { sql } = await database();
  const rows = await sql<{ userId: string; role: string }[]>`
    select "userId", role from public.member
     where "organizationId" = ${organizationId} and "userId" = any(${userIds as string[]})`;
  const roles = new Map(rows.map(({ userId, role }) => [userId, roleOf(role)]));
  return new Map(userIds.map((id) => [id, roles.get(id) ?? null]));
}

/** Every organisation of a user, by name. */
export async function listMemberships(userId: string): Promise<Membership[]> {
  const { sql } = await database();
  return sql<Membership[]>`
    select o.id as "organizationId", o.name as "organizationName", m.role
      from public.member m join public.organization o on o.id = m."organizationId"
     where m."userId" = ${userId} order by o.name, o.id`;
}

export async function findUserByEmail(
  email: string,
): Promise<{ id: string; email: string; name: string } | undefined> {
  const { sql } = await database();
  const [row] = await sql<{ id: string; email: string; name: string }[]>`
    select id, email, name from public."user" where email = ${email.toLowerCase()}`;
  return row;
}
