import { type Actor, hasScope } from "#core/actor.ts";
import { Forbidden } from "#core/errors.ts";

/** @throws Forbidden for a key that may not read the fleet. */
export function requireFleet(actor: Actor): void {
  if (!hasScope(actor, "sims:read")) throw new Forbidden("This needs the permission sims:read.");
}
