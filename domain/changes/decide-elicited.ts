import { type Actor, SCOPES_OF_ROLE } from "#core/actor.ts";
import { Forbidden } from "#core/errors.ts";
import { recordDenial } from "#domain/audit/record-denial.ts";
import { applyDecision, type Decider, type DecisionInput } from "./apply-decision.ts";
import type { ChangePreview } from "./change.ts";
import type { Needed } from "./needed.ts";
import type { StoredChange } from "./stored.ts";

/** So many rows may be decided on in a client's own dialogue, which proves no human: few, and all can be put back. */
export const ELICITED_AT_MOST = 5;

/**
 * The answer that an MCP client brought from its person. It counts for small changes that cost nothing and can be
 * undone, which the same person proposed over this client, and which one person may decide on; from a client that an
 * owner marked as trusted, for a person whose role approves. All else is decided on in the browser.
 *
 * @throws Forbidden; and what `decide` throws.
 */
export async function decideElicited(
  actor: Actor,
  id: string,
  decision: DecisionInput["decision"],
): Promise<void> {
  if (!maySpeakForPerson(actor)) {
    await recordDenial(actor, { of: "change", id });
    throw new Forbidden("This client may not decide for its person. Open the link to decide.");
  }
  await applyDecision(actor, id, { decision }, (change, needed) => {
    const isUnprotected = !change.protected_named?.length;
    if (isTheirs(actor, change) && isSmall(change.preview) && isForOne(needed) && isUnprotected)
      return;
    throw new Forbidden("This change is decided on in the browser. Open the link to decide.");
  });
}

/** Whether a client may ask its person about a change instead of showing the link. */
export function mayElicit(actor: Actor, preview: ChangePreview): boolean {
  return maySpeakForPerson(actor) && isSmall(preview);
}

function maySpeakForPerson(actor: Actor): actor is Decider {
  return (
    actor.kind === "mcp" &&
    actor.mcpClient?.isTrusted === true &&
    actor.scopes.has("sims:write") &&
    SCOPES_OF_ROLE[actor.role].includes("changes:approve")
  );
}

function isTheirs(actor: Actor, { channel, proposed_by }: StoredChange): boolean {
  return channel === "mcp" && proposed_by === actor.userId;
}

function isSmall({ reversible, target_count, costs, unpriced_count = 0 }: ChangePreview): boolean {
  return (
    reversible && target_count <= ELICITED_AT_MOST && costs.length === 0 && unpriced_count === 0
  );
}

function isForOne({ approvals_needed, owner_needed, typed_count }: Needed): boolean {
  return approvals_needed === 1 && !owner_needed && typed_count === null;
}
