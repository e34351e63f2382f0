import type { Scope } from "#core/actor.ts";
import { GRANTABLE } from "#domain/auth/oauth/grantable-scopes.ts";
import { toolsOf } from "./tool-sets.ts";

/**
 * What a client that comes to this address first asks a person for: what the tools there need, and no more.
 *
 * @throws Invalid for an unknown set of tools
 */
export function scopesAskedAt(search: URLSearchParams): readonly Scope[] {
  const needed = new Set(toolsOf(search.get("tools")).map(({ scope }) => scope));
  const isReading = search.get("readonly") === "1";
  return GRANTABLE.filter((scope) => needed.has(scope) && (!isReading || scope.endsWith(":read")));
}
