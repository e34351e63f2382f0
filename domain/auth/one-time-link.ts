import { createHash, randomBytes } from "node:crypto";
import { generateId } from "better-auth";
import { z } from "zod";
import { ROLES } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { NotFound } from "#core/errors.ts";
import { database, type Sql, type Transaction } from "#db/database.ts";

/** What a link is good for. `setup` makes the first owner of an installation. */
export const LinkPurpose = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("invite"),
    organizationId: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    invitedBy: z.string(),
  }),
  z.object({ kind: z.literal("reset"), userId: z.string() }),
  z.object({ kind: z.literal("setup") }),
]);
export type LinkPurpose = z.infer<typeof LinkPurpose>;
export type LinkKind = LinkPurpose["kind"];
type PurposeOf<K extends LinkKind> = Extract<LinkPurpose, { kind: K }>;

/**
 * A link that works once, kept (as a hash of its token) in the library's table of verifications.
 *
 * @returns the path, such as `/invite/…`; it is shown once and cannot be found again.
 */
export async function createLink(
  sql: Sql | Transaction,
  purpose: LinkPurpose,
  lifetimeMs: number,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const now = wallNow();
  await sql`
    insert into public.verification (id, identifier, value, "expiresAt", "createdAt", "updatedAt")
    values (${generateId()}, ${identifier(purpose.kind, token)}, ${JSON.stringify(purpose)},
      ${new Date(now.getTime() + lifetimeMs)}, ${now}, ${now})`;
  return `/${purpose.kind}/${token}`;
}

/** What a link is good for, without using it. @throws NotFound when it is used, expired or unknown. */
export async function readLink<K extends LinkKind>(kind: K, token: string): Promise<PurposeOf<K>> {
  const { sql } = await database();
  const [row] = await sql`
    select value from public.verification
     where identifier = ${identifier(kind, token)} and "expiresAt" > ${wallNow()}`;
  return purposeOf(kind, row?.value);
}

/** Uses a link up, within the transaction of what it is used for. @throws NotFound as `readLink`. */
export async function takeLink<K extends LinkKind>(
  sql: Transaction,
  kind: K,
  token: string,
): Promise<PurposeOf<K>> {
  const [row] = await sql`
    delete from public.verification
     where identifier = ${identifier(kind, token)} and "expiresAt" > ${wallNow()}
    returning value`;
  return purposeOf(kind, row?.value);
}

/** Takes back the invitations of a person into an organisation. */
export async function revokeInvitations(
  sql: Transaction,
  organizationId: string,
  email: string,
): Promise<void> {
  await sql`
    delete from public.verification
     where identifier like 'simon-invite:%' and value::jsonb ->> 'email' = ${email}
       and value::jsonb ->> 'organizationId' = ${organizationId}`;
}

/** Takes back the links with which a person could set a new password. */
export async function revokeResets(sql: Transaction, userId: string): Promise<void> {
  await sql`
    delete from public.verification
     where identifier like 'simon-reset:%' and value::jsonb ->> 'userId' = ${userId}`;
}

function purposeOf<K extends LinkKind>(kind: K, value: unknown): PurposeOf<K> {
  if (typeof value !== "string") {
    throw new NotFound(
      "This link is not valid: it was used already, has expired, or is incomplete.",
    );
  }
  const purpose = LinkPurpose.parse(JSON.parse(value));
  if (purpose.kind !== kind) throw new Error(`a link of kind ${kind} holds ${purpose.kind}`);
  return purpose as PurposeOf<K>; // compared on the line above
}

function identifier(kind: LinkKind, token: string): string {
  return `simon-${kind}:${createHash("sha256").update(token).digest("base64url")}`;
}
