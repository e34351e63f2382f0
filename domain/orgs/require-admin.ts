import { type Actor, hasScope } from "#core/actor.ts";
import { Forbidden } from "#core/errors.ts";

/**
 * Members, keys and jobs are changed by an owner in person, or by this installation's own commands. Not by a
 * key, whatever its scopes: it could make itself a person, and a person may approve.
 *
 * @throws Forbidden
 */
export function requireAdmin(actor: Actor): void {
  if (!hasScope(actor, "org:admin")) {
    throw new Forbidden("Only an owner of the organisation may do this.");
  }
  if (actor.kind !== "user" && actor.kind !== "system") {
    throw new Forbidden("This is managed by a signed-in owner, not by a key.");
  }
}
