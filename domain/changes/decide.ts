import { type Actor, hasScope, type Role } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Conflict, Forbidden, Invalid } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { recordDenial } from "#domain/audit/record-denial.ts";
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

type Person = Extract<Actor, { kind: "user" | "slack" }>;

/**
 * A person's decision on a proposed change: the only way by which anything is ever carried out. Whoever
 * asks twice, replays or comes second finds the change decided.
 *
 * @throws Forbidden for a key, a client or a role that may not decide; Conflict when it is decided,
 *   expired, or its price rose; Invalid for a wrong count; NotFound.
 */
export async function decide(actor: Actor, id: string, input: DecisionInput): Promise<void> {
  const person = await requireDecider(actor, id);
  const present = await presentRoles(person, id);
  // Returned, not thrown, where the refusal itself is to be kept: an expiry, for one.
  const refusal = await asActor(person, async (sql) => {
    const change = await lockChange(sql, id, "update");
    if (change.state !== "proposed") return alreadyDecided(sql, change);
    if (change.expires_at <= wallNow()) {
      await endChange(sql, person, id, "expired");
      return expired();
    }
    return input.decision === "reject"
      ? reject(sql, person, change)
      : approve(sql, person, change, { typedCount: input.typedCount, present });
  });
  if (refusal) throw refusal;
}

/** @throws Forbidden */
async function requireDecider(actor: Actor, id: string): Promise<Person> {
  const why = whyNotDecide(actor);
  if (why === null) return actor as Person; // any other kind has its reason in `whyNotDecide`
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

async function reject(sql: Transaction, person: Person, { id }: StoredChange): Promise<null> {
  await keepDecision(sql, person, id, "reject");
  await endChange(sql, person, id, "rejected");
  return null;
}

interface Approving {
  readonly typedCount: number | undefined;
  /** What those who approved before are in the organisation now. */
  readonly present: ReadonlyMap<string, Role | null>;
}

async function approve(
  sql: Transaction,
  person: Person,
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
  if (before.some(({ userId }) => userId === person.userId)) {
    return new Conflict("You have approved this already. It needs a second person.");
  }
  await keepDecision(sql, person, id, "approve");
  await keepNeeded(sql, id, needed);
  const approvals = [...standing(before, present), person];
  const isEnough = areEnough(approvals, needed);
  const refusal = isEnough ? await startChange(sql, person, change) : null;
  await recordAudit(sql, person, {
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
  person: Person,
  id: string,
  decision: DecisionInput["decision"],
): Promise<void> {
  await sql`
    insert into store.change_decisions (change_id, user_id, name, role, channel, decision, decided_at)
    values (${id}, ${person.userId}, ${person.name}, ${person.role}, ${person.channel}, ${decision},
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
