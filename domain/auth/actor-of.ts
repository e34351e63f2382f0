import { type Actor, SCOPES_OF_ROLE } from "#core/actor.ts";
import { Unauthenticated } from "#core/errors.ts";
import { auth } from "./auth.ts";
import { cachedKeyActor, type KeyActor } from "./key-cache.ts";
import { translateLostDatabase } from "./lost-database.ts";
import { findMembership, roleOf } from "./memberships.ts";
import { isToken, tokenActor } from "./oauth/token-actor.ts";
import { requestOrigin } from "./request-origin.ts";
import { verifyKey } from "./verify-key.ts";

/**
 * Who sends a request: the holder of an API key (`Authorization: Bearer …` or `x-api-key`), else the
 * person of a session cookie, in the organisation that they chose last.
 *
 * @throws Unauthenticated when there is neither, or it is not valid (any more).
 * @throws Upstream when the database does not answer.
 */
export async function actorOfRequest(headers: Headers, ip?: string): Promise<Actor> {
  const byKey = await keyActorOf(headers);
  const actor = byKey ?? (await translateLostDatabase(() => sessionActor(headers)));
  return { ...actor, ...requestOrigin(headers, ip) };
}

/**
 * Who sends a request over MCP: the client that a person let in, or the holder of an API key. A cookie says
 * nothing here, since a page of somebody else's could have sent it.
 *
 * @throws Unauthenticated, Upstream as above.
 */
export async function mcpActorOf(headers: Headers): Promise<Extract<Actor, { kind: "mcp" }>> {
  const bearer = keyIn(headers);
  if (bearer !== undefined && isToken(bearer)) {
    return { ...(await tokenActor(bearer)), ...requestOrigin(headers) };
  }
  const byKey = await keyActorOf(headers);
  if (!byKey) {
    throw new Unauthenticated(
      "Sign in with your client, or send an API key: Authorization: Bearer KEY.",
    );
  }
  const { keyId, ...holder } = byKey;
  return {
    ...holder,
    kind: "mcp",
    channel: "mcp",
    clientId: `key:${keyId}`,
    ...requestOrigin(headers),
  };
}

/** The person whose session a request carries, whatever key it carries too; null where there is none. @throws Upstream */
export async function personOfSession(
  headers: Headers,
): Promise<Extract<Actor, { kind: "user" }> | null> {
  try {
    const person = await translateLostDatabase(() => sessionActor(headers));
    return { ...person, ...requestOrigin(headers) };
  } catch (error) {
    if (error instanceof Unauthenticated) return null;
    throw error;
  }
}

async function keyActorOf(headers: Headers): Promise<KeyActor | null> {
  const key = keyIn(headers);
  if (key === undefined) return null;
  return cachedKeyActor(key, () => translateLostDatabase(() => verifyKey(key)));
}

function keyIn(headers: Headers): string | undefined {
  const bearer = /^Bearer\s+(.+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  return (bearer ?? headers.get("x-api-key") ?? undefined)?.trim();
}

async function sessionActor(headers: Headers): Promise<Extract<Actor, { kind: "user" }>> {
  if (!headers.has("cookie")) throw new Unauthenticated("Sign in, or send an API key.");
  const { api } = await auth();
  const present = await api.getSession({ headers });
  if (!present) throw new Unauthenticated("Your session has ended. Sign in again.");
  const { user, session } = present;
  const membership = await findMembership(user.id, session.activeOrganizationId ?? null);
  if (!membership) {
    throw new Unauthenticated(
      "Your account belongs to no organisation. Ask an owner for an invitation.",
    );
  }
  const role = roleOf(membership.role);
  return {
    kind: "user",
    channel: "web",
    userId: user.id,
    organizationId: membership.organizationId,
    organizationName: membership.organizationName,
    role,
    scopes: new Set(SCOPES_OF_ROLE[role]),
    name: user.email,
  };
}
