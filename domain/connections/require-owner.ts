import { type Actor, hasScope } from "#core/actor.ts";
import { Forbidden } from "#core/errors.ts";
import { recordDenial } from "#domain/audit/record-denial.ts";

/** An owner in person, or this installation's own commands: not a key, whatever its scopes. @throws Forbidden */
export async function requireOwner(actor: Actor): Promise<void> {
  const isPerson = actor.kind === "user" || actor.kind === "system";
  if (isPerson && hasScope(actor, "org:admin")) return;
  await recordDenial(actor, { of: "connection" });
  throw new Forbidden("Only a signed-in owner may see or change the connection.");
}
