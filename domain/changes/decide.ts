import { type Actor, hasScope } from "#core/actor.ts";
import { Forbidden } from "#core/errors.ts";
import { recordDenial } from "#domain/audit/record-denial.ts";
import { applyDecision, type Decider, type DecisionInput } from "./apply-decision.ts";

/**
 * A person's decision on a proposed change: the way by which things are carried out. Whoever asks twice, replays or
 * comes second finds the change decided.
 *
 * @throws Forbidden for a key, a client or a role that may not decide; Conflict when it is decided,
 *   expired, or its price rose; Invalid for a wrong count; NotFound.
 */
export async function decide(actor: Actor, id: string, input: DecisionInput): Promise<void> {
  await applyDecision(await requireDecider(actor, id), id, input);
}

/** @throws Forbidden */
async function requireDecider(actor: Actor, id: string): Promise<Decider> {
  const why = whyNotDecide(actor);
  if (why === null) return actor as Decider; // any other kind has its reason in `whyNotDecide`
  await recordDenial(actor, { of: "change", id });
  throw new Forbidden(why);
}

/** Null for who may decide on changes. */
export function whyNotDecide(actor: Actor): string | null {
  if (actor.kind !== "user" && actor.kind !== "slack") {
    return "Only a signed-in person may decide on a change, never a key or a client.";
  }
  return hasScope(actor, "changes:approve")
    ? null
    : "Your role may not decide on changes. Ask an operator or an owner.";
}
