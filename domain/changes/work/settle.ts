import { fleetNow, wallNow } from "#core/clock.ts";
import { log } from "#core/log.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { type AuditEntry, recordAudits } from "#domain/audit/record-audit.ts";
import type { StoredItem } from "../stored.ts";
import type { Claimed } from "./claim.ts";
import type { Job } from "./job.ts";
import { restUntil } from "./pace.ts";

export type Outcome =
  | { readonly state: "done" }
  | { readonly state: "failed" | "unknown"; readonly reason: string }
  | {
      readonly state: "pending" | "verifying";
      readonly reason: string;
      readonly dueAt: Date;
      /** The provider asked all of us to wait so long. */
      readonly restMs?: number;
    };

/** Keeps what came of a call: the item, our own records and the audit row in one transaction. */
export async function settle(job: Job, { item }: Claimed, outcome: Outcome): Promise<void> {
  const { actor, changeId } = job;
  const isKept = await asActor(actor, async (sql) => {
    const isOurs = await updateItem(sql, changeId, item, outcome);
    if (isOurs && "dueAt" in outcome && outcome.restMs !== undefined) {
      await restUntil(sql, job.provider, new Date(wallNow().getTime() + outcome.restMs));
    }
    if (isOurs && !("dueAt" in outcome)) {
      await recordFinished(sql, job, [await finish(sql, job, item, outcome)]);
    }
    return isOurs;
  });
  if (!isKept) log().warn({ changeId, target: item.target }, "a call outlived its lease");
}

/** False when the lease ran out and somebody else has taken the item over. */
async function updateItem(
  sql: Transaction,
  changeId: string,
  item: StoredItem,
  outcome: Outcome,
): Promise<boolean> {
  const isLater = "dueAt" in outcome;
  const rows = await sql`
    update store.change_items
    set state = ${outcome.state}, reason = ${"reason" in outcome ? outcome.reason : null},
      due_at = ${isLater ? outcome.dueAt : null}, lease_until = null,
      finished_at = ${isLater ? null : wallNow()}
    where change_id = ${changeId} and position = ${item.position} and attempts = ${item.attempts}
      and state in ('running', 'verifying')
    returning 1`;
  return rows.length > 0;
}

type Final = Exclude<Outcome, { dueAt: Date }>;

/**
 * The last of an item, in the transaction that ends it.
 *
 * @returns what is recorded of it, when the transaction has nothing else left to do.
 */
export async function finish(
  sql: Transaction,
  job: Job,
  item: StoredItem,
  outcome: Final,
): Promise<AuditEntry> {
  const { kind, input, askedBy, undoOf, changeId } = job;
  if (outcome.state === "done") {
    await kind.apply(sql, item, { input, now: fleetNow(), by: askedBy.name });
    if (undoOf !== null) {
      await sql`
        update store.change_items set state = 'undone'
        where change_id = ${undoOf} and target = ${item.target} and state = 'done'`;
    }
  }
  return {
    action: kind.auditAction(item),
    resourceType: kind.resourceType,
    resourceId: item.target,
    changes: {
      change: changeId,
      result: outcome.state,
      before: item.before,
      after: item.after,
      ...("reason" in outcome ? { reason: outcome.reason } : {}),
    },
  };
}

/** In the name of whoever asked for the change. */
export function recordFinished(
  sql: Transaction,
  { actor, askedBy }: Job,
  entries: readonly AuditEntry[],
): Promise<void> {
  return recordAudits(sql, { organizationId: actor.organizationId, ...askedBy }, entries);
}
