import { wallNow } from "#core/clock.ts";
import { SimonError } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { fromDatabaseError, isLostConnection } from "#db/errors.ts";
import { asActor } from "#db/guard.ts";
import type { AuditEntry } from "#domain/audit/record-audit.ts";
import { changedSince, skipChanged } from "../recheck.ts";
import { ITEM_COLUMNS, lockChange, type StoredItem } from "../stored.ts";
import type { Job } from "./job.ts";
import { finish, recordFinished } from "./settle.ts";

const BATCH = 200;

/**
 * Carries out a batch of changes to our own records, which no provider needs to know: effect, item and
 * audit row in one transaction, so that there is nothing to look up afterwards.
 *
 * @returns whether there may be more.
 */
export function applyBatch(job: Job): Promise<boolean> {
  const { actor, changeId, kind } = job;
  return asActor(actor, async (sql) => {
    const { state } = await lockChange(sql, changeId, "share");
    if (state !== "running") return false;
    const items = await sql<StoredItem[]>`
      select ${sql(ITEM_COLUMNS as unknown as string[])} from store.change_items
      where change_id = ${changeId} and state = 'pending'
      order by position limit ${BATCH} for update skip locked`;
    const changed = await changedSince(sql, kind, items, { lock: true });
    await skipChanged(sql, changeId, changed, wallNow());
    const entries: AuditEntry[] = [];
    for (const item of items) {
      if (!changed.has(item)) entries.push(await applyOne(sql, job, item));
    }
    await recordFinished(sql, job, entries);
    return items.length > 0;
  });
}

async function applyOne(sql: Transaction, job: Job, item: StoredItem): Promise<AuditEntry> {
  const end = (transaction: Transaction, state: "done" | "failed", reason: string | null) =>
    transaction`
      update store.change_items
      set state = ${state}, reason = ${reason}, attempts = attempts + 1, due_at = null,
        finished_at = ${wallNow()}
      where change_id = ${job.changeId} and position = ${item.position}`;
  try {
    return await sql.savepoint(async (part) => {
      const entry = await finish(part, job, item, { state: "done" });
      await end(part, "done", null);
      return entry;
    });
  } catch (error) {
    if (isLostConnection(error)) throw error;
    const { message: reason } = error instanceof SimonError ? error : fromDatabaseError(error);
    const entry = await finish(sql, job, item, { state: "failed", reason });
    await end(sql, "failed", reason);
    return entry;
  }
}
