import type { Actor, Role } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Conflict, Invalid } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { type Approval, approvalsIn, presentRoles, standing } from "./approvals.ts";
import { endChange } from "./end-change.ts";
import { keepNeeded, type Needed, neededNow } from "./needed.ts";
import { rulesIn } from "./rules.ts";
import { startChange } from "./start-change.ts";
import { lockChange, type StoredChange } from "./stored.ts";

export interface DecisionInput {
  readonly decision: "approve" | "reject";
  /** What the person typed, where the change asks for the count. */
  readonly typedCount?: number | undefined;
}

/** Somebody whose right to decide was checked. */
export type Decider = Extract<Actor, { kind: "user" | "slack" | "mcp" }>;

/**
 * Carries out a decision, once: whoever asks twice, replays or comes second finds the change decided.
 *
 * @param allows Throws for a change that this decider may not decide on.
 * @throws Conflict, Invalid, NotFound
 */
export async function applyDecision(
  decider: Decider,
  id: string,
  input: DecisionInput,
  allows?: (change: StoredChange, needed: Needed) => void,
): Promise<void> {
  const present = await presentRoles(decider, id);
  // Returned, not thrown, where the refusal itself is to be kept: an expiry, for one.
  const refusal = await asActor(decider, async (sql) => {
    const change = await lockChange(sql, id, "update");
    if (change.state !== "proposed") return alreadyDecided(sql, change);
    if (change.expires_at <= wallNow()) {
      await endChange(sql, decider, id, "expired");
      return expired();
    }
    allows?.(change, neededNow(change, await rulesIn(sql)));
    return input.decision === "reject"
      ? reject(sql, decider, change)
      : approve(sql, decider, change, { typedCount: input.typedCount, present });
  });
  if (refusal) throw refusal;
}

interface Approving {
  readonly typedCount: number | undefined;
  /** What those who approved before are in the organisation now. */
  readonly present: ReadonlyMap<string, Role | null>;
}

async function reject(sql: Transaction, decider: Decider, { id }: StoredChange): Promise<null> {
  await keepDecision(sql, decider, id, "reject");
  await endChange(sql, decider, id, "rejected");
  return null;
}

async function approve(
  sql: Transaction,
  decider: Decider,
  change: StoredChange,
  { typedCount, present }: Approving,
): Promise<Conflict | null> {
  const { id } = change;
  const needed = neededNow(change, await rulesIn(sql));
  const { typed_count, approvals_needed } = needed;
  if (typed_count !== null && typedCount !== typed_count) {
    throw new Invalid(`Type ${typed_count} to confirm how many this is about.`);
  }
  const before = await approvalsIn(sql, id);
  if (before.some(({ userId }) => userId === decider.userId)) {
    return new Conflict("You have approved this already. It needs a second person.");
  }
  await keepDecision(sql, decider, id, "approve");
  await keepNeeded(sql, id, needed);
  const approvals = [...standing(before, present), decider];
  const isEnough = areEnough(approvals, needed);
  const refusal = isEnough ? await startChange(sql, decider, change) : null;
  await recordAudit(sql, decider, {
    action: "change.approve",
    resourceType: "change",
    resourceId: id,
    changes: {
      approvals: approvals.length,
      needed: approvals_needed,
      started: isEnough && !refusal,
    },
  });
  return refusal;
}

function areEnough(
  approvals: readonly Approval[],
  { approvals_needed, owner_needed }: Needed,
): boolean {
  const isOwnerIn = approvals.some(({ role }) => role === "owner");
  return approvals.length >= approvals_needed && (isOwnerIn || !owner_needed);
}

async function keepDecision(
  sql: Transaction,
  decider: Decider,
  id: string,
  decision: DecisionInput["decision"],
): Promise<void> {
  await sql`
    insert into store.change_decisions (change_id, user_id, name, role, channel, decision, decided_at)
    values (${id}, ${decider.userId}, ${decider.name}, ${decider.role}, ${decider.channel}, ${decision},
      ${wallNow()})`;
}

/** Who comes second is told who came first. */
async function alreadyDecided(sql: Transaction, { id, state }: StoredChange): Promise<Conflict> {
  if (state === "expired") return expired();
  const [last] = await sql<{ name: string }[]>`
    select name from store.change_decisions where change_id = ${id}
    order by decided_at desc limit 1`;
  const verb = state === "rejected" ? "rejected" : "approved";
  return new Conflict(`This was ${verb} already${last ? ` by ${last.name}` : ""}.`);
}

function expired(): Conflict {
  return new Conflict(
    "This has expired and nothing was done. Ask for it again to see how it stands now.",
  );
}
