import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Conflict, NotFound } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import type { ChangeItem } from "./change.ts";
import { endUnrecorded } from "./end-change.ts";
import { hashOf, onceForKey } from "./idempotency.ts";
import { findKind, kindOf } from "./kinds.ts";
import { UNDO_DAYS } from "./preview.ts";
import type { Proposal } from "./proposal.ts";
import { keep, type Origin, requireProposer } from "./propose.ts";
import { changedSince } from "./recheck.ts";
import { ITEM_COLUMNS, lockChange, type StoredChange, type StoredItem } from "./stored.ts";

const DAY_MS = 24 * 3600 * 1000;

/**
 * Proposes to put back what a change did, row by row, where the row is still as the change left it. A
 * change of its own, that people decide on like any other.
 *
 * @param id The change; left out, the last one that the actor asked for and that can be undone.
 * @throws Conflict when it cannot be undone, and why.
 */
export async function proposeUndo(
  actor: Actor,
  id: string | undefined,
  origin: Origin,
): Promise<Proposal> {
  await requireProposer(actor, "undo_change");
  const hash = hashOf("undo_change", { change_id: id ?? null });
  return onceForKey(actor, origin.idempotencyKey, hash, async (sql) => {
    const change = await lockChange(sql, id ?? (await lastOf(sql, actor)), "update");
    const refusal = whyNoUndo(change) ?? (await underWay(sql, change));
    if (refusal) throw new Conflict(refusal);
    const reversal = {
      ...origin,
      kind: kindOf(change.tool),
      input: change.input,
      undoOf: change.id,
      items: await reversed(sql, change),
      title: (rows: string) => `Undo “${change.preview.title}” for ${rows}`,
    };
    return keep(sql, actor, reversal, hash);
  });
}

/** Null for a change that can be undone as far as it alone can tell. */
export function whyNoUndo(
  change: Pick<StoredChange, "tool" | "state" | "finished_at" | "undo_of">,
): string | null {
  const kind = findKind(change.tool);
  if (!kind) return "This version does not know this sort of change.";
  if (change.undo_of !== null) return "This is an undo itself: ask for the change again instead.";
  if (kind.undo !== "reverse") return `This cannot be undone. ${kind.undo.never}`;
  if (change.state !== "done" && change.state !== "cancelled") {
    return "Only a change that was carried out can be undone. This one was not, or not yet.";
  }
  const until = undoableUntil(change);
  return until && until > wallNow()
    ? null
    : `The ${UNDO_DAYS} days in which it could be undone are over.`;
}

export function undoableUntil({ finished_at }: Pick<StoredChange, "finished_at">): Date | null {
  return finished_at && new Date(finished_at.getTime() + UNDO_DAYS * DAY_MS);
}

async function underWay(sql: Transaction, { id }: StoredChange): Promise<string | null> {
  const undos = await sql<{ id: string; state: string; expires_at: Date }[]>`
    select id, state, expires_at from store.change_sets
    where undo_of = ${id} and state in ('proposed', 'running', 'paused') for update`;
  for (const undo of undos) {
    if (undo.state !== "proposed" || undo.expires_at > wallNow()) {
      return "An undo of this waits for a decision, or is under way.";
    }
    await endUnrecorded(sql, undo.id, "expired");
  }
  return null;
}

async function lastOf(sql: Transaction, actor: Actor): Promise<string> {
  const changes = await sql<StoredChange[]>`
    select id, tool, state, finished_at, undo_of from store.change_sets c
    where proposed_by = ${actor.userId} and state in ('done', 'cancelled') and undo_of is null
      and not exists (select 1 from store.change_sets u where u.organization_id = c.organization_id
        and u.undo_of = c.id and u.state in ('running', 'paused', 'done'))
    order by finished_at desc limit 20`;
  const last = changes.find((change) => whyNoUndo(change) === null);
  if (last) return last.id;
  throw new NotFound("There is no change of yours that can be undone.");
}

async function reversed(sql: Transaction, change: StoredChange): Promise<ChangeItem[]> {
  const done = await sql<StoredItem[]>`
    select ${sql(ITEM_COLUMNS)} from store.change_items
    where change_id = ${change.id} and state = 'done' order by position`;
  if (done.length === 0) throw new Conflict("No row of it is left to undo.");
  const items = done.map(({ before, after, ...item }) => ({
    ...item,
    before: after,
    after: before,
  }));
  const changed = await changedSince(sql, kindOf(change.tool), items, { lock: false });
  return items.map((item) => ({
    ...item,
    state: changed.has(item) ? "skipped" : "pending",
    reason: changed.has(item) ? "changed since by something else" : null,
  }));
}
