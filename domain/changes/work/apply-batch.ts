import { wallNow } from "#core/clock.ts";
import { SimonError } from "#core/errors.ts";
import { log } from "#core/log.ts";
import { metrics } from "#core/metrics.ts";
import type { Transaction } from "#db/database.ts";
import { fromDatabaseError, isPassing } from "#db/errors.ts";
import { asActor } from "#db/guard.ts";
import type { AuditEntry } from "#domain/audit/record-audit.ts";
import { changedSince, skipChanged } from "../recheck.ts";
import { ITEM_COLUMNS, lockChange, type StoredItem } from "../stored.ts";
import { applyItem, auditEntryOf, type Final, recordFinished } from "./finish.ts";
import type { Job } from "./job.ts";

const BATCH = 200;

/**
 * Carries out a batch of changes to our own records, which no provider needs to know: effect, item and
 * audit row in one transaction, so that there is nothing to look up afterwards.
 *
 * @returns what is left: `more` to do now, others to `wait` for, or `none`.
 */
export async function applyBatch(job: Job): Promise<"more" | "wait" | "none"> {
  const { left, finals } = await asActor(job.actor, (sql) => apply(sql, job));
  for (const { state: outcome } of finals)
    metrics().changeItems.inc({ tool: job.kind.tool, outcome });
  return left;
}

interface Applied {
  readonly left: "more" | "wait" | "none";
  readonly finals: readonly Final[];
}

async function apply(sql: Transaction, job: Job): Promise<Applied> {
  const { changeId, kind } = job;
  const finals: Final[] = [];
  const { state } = await lockChange(sql, changeId, "share");
  if (state !== "running") return { left: "none", finals };
  const items = await sql<StoredItem[]>`
    select ${sql(ITEM_COLUMNS)} from store.change_items
    where change_id = ${changeId} and state = 'pending'
    order by due_at nulls first, position limit ${BATCH} for update skip locked`;
  const changed = await changedSince(sql, kind, items, { lock: true });
  await skipChanged(sql, changeId, changed, wallNow());
  const busy = await underWay(sql, items);
  const entries: AuditEntry[] = [];
  for (const item of items) {
    if (changed.has(item) || busy.has(item.target)) continue;
    const final = await applyOne(sql, job, item);
    finals.push(final);
    entries.push(auditEntryOf(job, item, final));
  }
  await recordFinished(sql, job, entries);
  if (changed.size + entries.length > 0) return { left: "more", finals };
  return { left: (await isAnyPending(sql, changeId)) ? "wait" : "none", finals };
}

/** What another change is asking a provider about: asked once the rows are locked, so it stays true. */
async function underWay(sql: Transaction, items: readonly StoredItem[]): Promise<Set<string>> {
  const rows = await sql<{ target: string }[]>`
    select target from store.change_items
    where target = any(${items.map(({ target }) => target)}) and state in ('running', 'verifying')`;
  return new Set(rows.map(({ target }) => target));
}

async function applyOne(sql: Transaction, job: Job, item: StoredItem): Promise<Final> {
  const final = await sql
    .savepoint(async (part): Promise<Final> => {
      await applyItem(part, job, item);
      return { state: "done" };
    })
    .catch((error) => failed(job, item, error));
  await sql`
    update store.change_items
    set state = ${final.state}, reason = ${"reason" in final ? final.reason : null},
      attempts = attempts + 1, due_at = null, finished_at = ${wallNow()}
    where change_id = ${job.changeId} and position = ${item.position}`;
  return final;
}

/** @throws what may pass: the whole batch is tried again. */
function failed({ changeId }: Job, { target }: StoredItem, error: unknown): Final {
  if (isPassing(error)) throw error;
  const { message: reason } = error instanceof SimonError ? error : fromDatabaseError(error);
  log().warn({ err: error, changeId, target }, "a row could not be changed");
  return { state: "failed", reason };
}

async function isAnyPending(sql: Transaction, changeId: string): Promise<boolean> {
  const [row] = await sql`
    select 1 from store.change_items where change_id = ${changeId} and state = 'pending'
    order by due_at nulls first, position limit 1`;
  return row !== undefined;
}
