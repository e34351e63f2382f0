import { randomUUID } from "node:crypto";
import { type Actor, type Role, SCOPES_OF_ROLE, systemActor } from "#core/actor.ts";
import { database } from "#db/database.ts";
import { inTransaction } from "#db/transaction.ts";
import { addMember } from "#domain/orgs/add-member.ts";
import { ensureOrganization, type Organization } from "#domain/orgs/ensure-organization.ts";
import { findPasswordHash, setPassword } from "./accounts.ts";
import { CLIENT_IP_HEADER } from "./client-ip.ts";
import { toPasswordHash } from "./passwords.ts";

export const PASSWORD = "correct horse battery";
export const ORIGIN = "http://127.0.0.1:3000";

/** Once for all: it costs a fifth of a second each time, so that guessing does. */
const passwordHash = toPasswordHash(PASSWORD);

/** A new organisation in the sign-in library's tables. */
export function newOrganization(): Promise<Organization> {
  return ensureOrganization(`Test ${randomUUID()}`);
}

/** A member with an account (password `PASSWORD`), as the actor that a session of theirs gives. */
export async function newMember(
  organization: Organization,
  role: Role,
  email = `${randomUUID()}@example.test`,
): Promise<Extract<Actor, { kind: "user" }>> {
  const { id } = await addMember(systemActor(organization), { email, role });
  const hash = await passwordHash;
  await inTransaction(await database(), async (sql) => {
    if ((await findPasswordHash(sql, email)) === undefined) await setPassword(sql, id, hash);
  });
  return {
    kind: "user",
    channel: "web",
    userId: id,
    organizationId: organization.id,
    organizationName: organization.name,
    role,
    scopes: new Set(SCOPES_OF_ROLE[role]),
    name: email,
  };
}

/** A request as a browser on our own page sends it, each from an address of its own. */
export function browserRequest(
  path: string,
  {
    body,
    cookie,
    origin = ORIGIN,
  }: { body?: unknown; cookie?: string; origin?: string | null } = {},
): Request {
  const headers = new Headers({ [CLIENT_IP_HEADER]: randomAddress() });
  if (origin !== null) headers.set("origin", origin);
  if (cookie !== undefined) headers.set("cookie", cookie);
  if (body === undefined) return new Request(`${ORIGIN}${path}`, { headers });
  headers.set("content-type", "application/json");
  return new Request(`${ORIGIN}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
}

/** The Cookie header that a browser would send after this response. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}

function randomAddress(): string {
  const part = () => Math.floor(Math.random() * 250) + 1;
  return `10.${part()}.${part()}.${part()}`;
}
