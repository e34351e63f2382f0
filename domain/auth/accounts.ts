import { generateId } from "better-auth";
import { z } from "zod";
import type { Role } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Invalid } from "#core/errors.ts";
import type { Sql, Transaction } from "#db/database.ts";
import { endConnections } from "#domain/connected-clients/end-connections.ts";

export interface User {
  readonly id: string;
  readonly email: string;
}

/** The address as it is stored. @throws Invalid */
export function toEmail(text: string): string {
  const parsed = z.email().max(254).safeParse(text.trim().toLowerCase());
  if (!parsed.success) throw new Invalid("email: this is not an e-mail address.");
  return parsed.data;
}

/** The user with this address, made now when there is none; `created` says which. */
export async function ensureUser(
  sql: Transaction,
  email: string,
): Promise<User & { created: boolean }> {
  const now = wallNow();
  const [made] = await sql<User[]>`
    insert into public."user" (id, email, name, "emailVerified", "createdAt", "updatedAt")
    values (${generateId()}, ${email}, ${email.split("@")[0] ?? email}, true, ${now}, ${now})
    on conflict (email) do nothing returning id, email`;
  if (made) return { ...made, created: true };
  const [present] = await sql<User[]>`select id, email from public."user" where email = ${email}`;
  if (!present) throw new Error("a user was neither made nor found");
  return { ...present, created: false };
}

/** Sets a user's password, and ends what the old one opened: every session, and what the person gave MCP clients. */
export async function setPassword(sql: Transaction, userId: string, hash: string): Promise<void> {
  const now = wallNow();
  const changed = await sql`
    update public.account set password = ${hash}, "updatedAt" = ${now}
     where "userId" = ${userId} and "providerId" = 'credential'`;
  if (changed.count === 0) {
    await sql`
      insert into public.account
        (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
      values (${generateId()}, ${userId}, 'credential', ${userId}, ${hash}, ${now}, ${now})`;
  }
  await endSessions(sql, userId);
  await endConnections(sql, { userId });
}

/** The stored hash of the password of the account with this address, where there is one. */
export async function findPasswordHash(
  sql: Sql | Transaction,
  email: string,
): Promise<string | undefined> {
  const [row] = await sql<{ password: string | null }[]>`
    select a.password from public.account a join public."user" u on u.id = a."userId"
     where u.email = ${email} and a."providerId" = 'credential'`;
  return row?.password ?? undefined;
}

export async function endSessions(sql: Transaction, userId: string): Promise<void> {
  await sql`delete from public.session where "userId" = ${userId}`;
}

/** Makes the user a member, or gives the member this role. */
export async function setMembership(
  sql: Transaction,
  organizationId: string,
  userId: string,
  role: Role,
): Promise<void> {
  const changed = await sql`
    update public.member set role = ${role}
     where "organizationId" = ${organizationId} and "userId" = ${userId}`;
  if (changed.count > 0) return;
  await sql`
    insert into public.member (id, "organizationId", "userId", role, "createdAt")
    values (${generateId()}, ${organizationId}, ${userId}, ${role}, ${wallNow()})`;
}
