import { verifyJwsAccessToken } from "better-auth/oauth2";
import { z } from "zod";
import { type Actor, type McpClient, SCOPES_OF_ROLE } from "#core/actor.ts";
import { SimonError, Unauthenticated } from "#core/errors.ts";
import { log } from "#core/log.ts";
import { auth } from "../auth.ts";
import { translateLostDatabase } from "../lost-database.ts";
import { issuer, mcpResources } from "./addresses.ts";
import { clientNameOf } from "./client-name.ts";
import { findConnection } from "./find-connection.ts";
import { GRANTABLE } from "./grantable-scopes.ts";

type TokenActor = Extract<Actor, { kind: "mcp" }> & { readonly mcpClient: McpClient };

const Claims = z.object({
  sub: z.string(),
  client_id: z.string(),
  organization_id: z.string().min(1),
  scope: z.string(),
  iat: z.number(),
  /** A token that is bound to a key is good only with a proof of it, which is not taken here. */
  cnf: z.undefined().optional(),
});

/** Whether it is a token of ours rather than an API key. */
export function isToken(bearer: string): boolean {
  return /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(bearer);
}

/**
 * For whom a client acts. A token says who let it in when; that this still holds, and what it may do today, the
 * database says at each request: what the token, the consent and the person's role have in common.
 *
 * @throws Unauthenticated, Upstream
 */
export async function tokenActor(token: string): Promise<TokenActor> {
  const claims = await verified(token);
  const connection = await findConnection({
    clientId: claims.client_id,
    userId: claims.sub,
    organizationId: claims.organization_id,
  });
  // A token from before the client was taken out and let in again is none any more.
  if (!connection || claims.iat * 1000 < Math.floor(connection.since.getTime() / 1000) * 1000) {
    throw new Unauthenticated("This access was taken back. Connect the client again.");
  }
  const { role, scopes, ...holder } = connection;
  const inToken = claims.scope.split(" ");
  const clientName = clientNameOf(connection.clientName);
  return {
    kind: "mcp",
    channel: "mcp",
    clientId: claims.client_id,
    userId: claims.sub,
    organizationId: claims.organization_id,
    organizationName: holder.organizationName,
    role,
    scopes: new Set(
      GRANTABLE.filter(
        (scope) =>
          inToken.includes(scope) && scopes.includes(scope) && SCOPES_OF_ROLE[role].includes(scope),
      ),
    ),
    name: `${holder.email} by ${clientName}`,
    mcpClient: { id: claims.client_id, name: clientName, isTrusted: holder.trustedAt !== null },
  };
}

async function verified(token: string): Promise<z.output<typeof Claims>> {
  const { api, $context } = await auth();
  try {
    const payload = await verifyJwsAccessToken(token, {
      jwksFetch: () => translateLostDatabase(() => api.getJwks()),
      jwksCacheKey: await $context,
      verifyOptions: {
        issuer: issuer(),
        audience: mcpResources(),
        typ: "at+jwt",
        algorithms: ["EdDSA"],
        requiredClaims: ["exp"],
      },
    });
    return Claims.parse(payload);
  } catch (error) {
    if (error instanceof SimonError) throw error;
    log().debug({ err: error }, "a token was refused");
    throw new Unauthenticated("This token is not valid here, or has expired.");
  }
}
