import { fleetNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { type AuditEntry, recordAudits } from "#domain/audit/record-audit.ts";
import type { StoredItem } from "../stored.ts";
import type { Job } from "./job.ts";

/** What came of an item in the end. */
export type Final =
  | { readonly state: "done" }
  | { readonly state: "failed" | "unknown"; readonly reason: string };

/** What a done item changes in our own records, in the transaction that ends it. */
export async function applyItem(
  sql: Transaction,
  { kind, input, askedBy, undoOf }: Job,
  item: StoredItem,
): Promise<void> {
  await kind.apply(sql, item, { input, now: fleetNow(), by: askedBy.name });
  if (undoOf === null) return;
  await sql`
    update store.change_items set state = 'undone'
    where change_id = ${undoOf} and target = ${item.target} and state = 'done'`;
}

export function auditEntryOf({ kind, changeId }: Job, item: StoredItem, final: Final): AuditEntry {
  return {
    action: kind.auditAction(item),
    resourceType: kind.resourceType,
    resourceId: item.target,
    changes: {
      change: changeId,
      result: final.state,
      before: item.before,
      after: item.after,
      ...("reason" in final ? { reason: final.reason } : {}),
    },
  };
}

/** In the name of whoever asked for the change. The last thing that the transaction does. */
export function recordFinished(
  sql: Transaction,
  { actor, askedBy }: Job,
  entries: readonly AuditEntry[],
): Promise<void> {
  return recordAudits(sql, { organizationId: actor.organizationId, ...askedBy }, entries);
}
