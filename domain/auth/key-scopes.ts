import { type Role, SCOPES, SCOPES_OF_ROLE, type Scope } from "#core/actor.ts";

/** A decision is a person's: no key carries it, whatever was asked for. */
export const KEY_SCOPES: readonly Scope[] = SCOPES.filter((scope) => scope !== "changes:approve");

/** What a key may do: what it was given, and no more than its maker may do today. */
export function effectiveKeyScopes(granted: readonly string[], makerRole: Role): Set<Scope> {
  const ofRole = SCOPES_OF_ROLE[makerRole];
  return new Set(KEY_SCOPES.filter((scope) => granted.includes(scope) && ofRole.includes(scope)));
}
