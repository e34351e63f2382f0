import { wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import type { Change } from "./change.ts";
import { findKind } from "./kinds.ts";
import type { StoredChange } from "./stored.ts";
import { isTakenUp } from "./taken-up.ts";
import { undoableUntil, whyNoUndo } from "./undo.ts";

/** Changes that follow from others, the newest first, and what they leave. */
export interface FollowUps {
  readonly undos: readonly { id: string; of: string; state: string }[];
  readonly retries: readonly { id: string; of: string }[];
  /** Changes of which a failed row is tried again by no other. */
  readonly withFailuresLeft: ReadonlySet<string>;
}

export async function readFollowUps(sql: Transaction, ids: string[]): Promise<FollowUps> {
  const isOpen = sql`(state = 'proposed' and expires_at > ${wallNow()})`;
  const undos = await sql<FollowUps["undos"][number][]>`
    select id, undo_of as of, state from store.change_sets
    where undo_of = any(${ids}) and (state in ('running', 'paused', 'done') or ${isOpen})
    order by created_at desc`;
  const retries = await sql<FollowUps["retries"][number][]>`
    select id, retry_of as of from store.change_sets
    where retry_of = any(${ids}) and (state in ('running', 'paused', 'cancelled', 'done') or ${isOpen})
    order by created_at desc`;
  const left = await sql<{ change_id: string }[]>`
    select distinct change_id from store.change_items i
    where change_id = any(${ids}) and state = 'failed' and not ${isTakenUp(sql)}`;
  return { undos, retries, withFailuresLeft: new Set(left.map(({ change_id }) => change_id)) };
}

export function undoOf(
  change: StoredChange,
  { undos }: FollowUps,
  doneCount: number,
): Change["undo"] {
  const newest = undos.find(({ of }) => of === change.id);
  const isUnderWay = newest !== undefined && newest.state !== "done";
  const isPossible = !isUnderWay && doneCount > 0 && whyNoUndo(change) === null;
  return {
    of: change.undo_of,
    by: newest?.id ?? null,
    possible: isPossible,
    until: isPossible ? (undoableUntil(change)?.toISOString() ?? null) : null,
  };
}

export function retryOf(
  { id, tool, undo_of, retry_of }: StoredChange,
  { retries, withFailuresLeft }: FollowUps,
): Change["retry"] {
  return {
    of: retry_of,
    by: retries.find(({ of }) => of === id)?.id ?? null,
    possible: withFailuresLeft.has(id) && undo_of === null && findKind(tool) !== undefined,
  };
}
