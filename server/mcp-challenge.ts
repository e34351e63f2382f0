import type { Scope } from "#core/actor.ts";
import { Invalid, Unauthenticated } from "#core/errors.ts";
import { isOAuthOpen, resourceMetadataUrl } from "#domain/auth/oauth/addresses.ts";
import { scopesAskedAt } from "#mcp-server/asked-scopes.ts";
import { NeedsScopes } from "#mcp-server/step-up.ts";

/** Tells a client that it should ask its person, where and for what: RFC 9728, RFC 6750. */
export function challenged(
  response: Response,
  error: unknown,
  url: URL,
  headers: Headers,
): Response {
  if (!isOAuthOpen()) return response;
  const parameters = parametersOf(error, url, headers);
  if (!parameters) return response;
  const metadata = resourceMetadataUrl(headers.get("host"));
  const all = { ...parameters, resource_metadata: metadata };
  const line = Object.entries(all).map(([name, value]) => `${name}="${value}"`);
  response.headers.set("www-authenticate", `Bearer ${line.join(", ")}`);
  return response;
}

function parametersOf(error: unknown, url: URL, headers: Headers): Record<string, string> | null {
  if (error instanceof NeedsScopes) {
    return { error: "insufficient_scope", scope: error.scopes.join(" ") };
  }
  if (!(error instanceof Unauthenticated)) return null;
  const scope = scopesAt(url).join(" ");
  return headers.has("authorization") ? { error: "invalid_token", scope } : { scope };
}

function scopesAt({ searchParams }: URL): readonly Scope[] {
  try {
    return scopesAskedAt(searchParams);
  } catch (error) {
    if (error instanceof Invalid) return []; // said once the client is let in
    throw error;
  }
}
