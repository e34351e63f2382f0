import { type Role, SCOPES_OF_ROLE, type Scope } from "#core/actor.ts";
import { KEY_SCOPES } from "../key-scopes.ts";

/** What makes a connection last: the library gives a refresh token to who asks for it. */
export const LASTING = "offline_access";

/** All that a program can be given. A decision is a person's, so approving is not among it. */
export const GRANTABLE: readonly Scope[] = KEY_SCOPES;

/** Of what was asked for, what a person of this role can give. */
export function grantableOf(role: Role, asked: readonly string[]): Scope[] {
  return GRANTABLE.filter((scope) => asked.includes(scope) && SCOPES_OF_ROLE[role].includes(scope));
}
