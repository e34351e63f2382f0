import { z } from "zod";
import { type Actor, hasScope } from "#core/actor.ts";
import { fleetNow } from "#core/clock.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { recordDenial } from "#domain/audit/record-denial.ts";
import { kindOf } from "#domain/changes/kinds.ts";
import type { Proposal } from "#domain/changes/proposal.ts";
import { propose } from "#domain/changes/propose.ts";
import { forgetGazetteer } from "#domain/gazetteer/load-gazetteer.ts";
import type { Difference } from "../sims/compare-sim.ts";
import { takeTheirs } from "./take-theirs.ts";

export const Side = z.enum(["ours", "theirs"]);
export type Side = z.output<typeof Side>;

type StoredDifference = Difference & { readonly id: number; readonly iccid: string };

/** Null where it is settled; else the change that a person has still to approve. */
export interface Resolved {
  readonly proposal: Proposal | null;
}

/**
 * Decides a difference: `theirs` is taken over here at once; `ours` is proposed as a change, which goes out to
 * the provider when it is approved.
 *
 * @throws NotFound, Conflict while the SIM is being changed, Invalid where that side cannot be had, Forbidden
 */
export async function resolveConflict(actor: Actor, id: number, side: Side): Promise<Resolved> {
  await requirePerson(actor, id);
  return side === "theirs" ? resolveToTheirs(actor, id) : resolveToOurs(actor, id);
}

async function resolveToTheirs(actor: Actor, id: number): Promise<Resolved> {
  await asActor(actor, async (sql) => {
    const difference = await differenceIn(sql, id);
    const { iccid, field, kind, ours } = difference;
    await sql`select 1 from store.sims where iccid = ${iccid} for no key update`;
    const [busy] = await sql`
      select 1 from store.change_items where target = ${iccid} and state in ('running', 'verifying')`;
    if (busy)
      throw new Conflict("This SIM is being changed right now. Try again when that is done.");
    const after = await takeTheirs(sql, difference, fleetNow());
    await sql`delete from store.sync_differences where id = ${id}`;
    await recordAudit(sql, actor, {
      action: "sim.sync",
      resourceType: "sim",
      resourceId: iccid,
      changes: { difference: kind, before: { [field]: ours }, after: { [field]: after } },
    });
  });
  forgetGazetteer(actor);
  return { proposal: null };
}

async function resolveToOurs(actor: Actor, id: number): Promise<Resolved> {
  const { iccid, field, kind } = await asActor(actor, (sql) => differenceIn(sql, id));
  if (field === "presence") throw new Invalid(NOT_TO_BE_SENT[kind] ?? "This cannot be sent.");
  const proposal = await propose(actor, {
    kind: kindOf("push_to_provider"),
    input: { field },
    asked: { difference: id },
    targets: [iccid],
    isNamed: true,
  });
  await asActor(
    actor,
    (sql) => sql`
      update store.sync_differences set change_id = ${proposal.approval.id} where id = ${id}`,
  );
  return { proposal };
}

const NOT_TO_BE_SENT: Readonly<Record<string, string>> = {
  gone_there: "The provider does not have this SIM any more, so nothing can be sent to it.",
  never_there:
    "The provider has never had this SIM, so nothing can be sent to it. Order it there, or remove it here.",
  removed_here:
    "A SIM cannot be removed at the provider from here. Ask your provider, or take it in again.",
};

async function differenceIn(sql: Transaction, id: number): Promise<StoredDifference> {
  const [row] = await sql<StoredDifference[]>`
    select id, iccid, field, kind, ours, theirs from store.sync_differences where id = ${id} for update`;
  if (!row) throw new NotFound("This difference is settled already.");
  return row;
}

/** It changes what is recorded of a SIM without an approval: a person decides, no key and no model. */
async function requirePerson(actor: Actor, id: number): Promise<void> {
  const isPerson = actor.kind === "user" || actor.kind === "slack";
  if (isPerson && hasScope(actor, "sims:write")) return;
  await recordDenial(actor, { of: "difference", id: String(id) });
  throw new Forbidden("Only a signed-in operator or owner may decide which side is right.");
}
