import { setTimeout as sleep } from "node:timers/promises";
import { wallNow } from "#core/clock.ts";
import { log } from "#core/log.ts";
import { metrics } from "#core/metrics.ts";
import type { Transaction } from "#db/database.ts";
import { isPassing } from "#db/errors.ts";
import { asActor } from "#db/guard.ts";
import { lockChange, type StoredItem } from "../stored.ts";
import type { Claimed } from "./claim.ts";
import { applyItem, auditEntryOf, type Final, recordFinished } from "./finish.ts";
import type { Job } from "./job.ts";
import { restUntil } from "./pace.ts";
import { waitMs } from "./timing.ts";

export type Outcome =
  | Final
  | {
      readonly state: "pending" | "verifying";
      readonly reason: string;
      readonly dueAt: Date;
      /** The provider asked all of us to wait so long. */
      readonly restMs?: number;
    };

/**
 * Keeps what came of a call. A database that is away for a moment is waited for, as long as the item is
 * this worker's: only they know what came of it.
 */
export async function settle(job: Job, claimed: Claimed, outcome: Outcome): Promise<void> {
  const { changeId, timing } = job;
  const { item, leaseUntil } = claimed;
  for (;;) {
    try {
      const kept = await asActor(job.actor, (sql) => keep(sql, job, item, outcome));
      if (kept === "lost")
        log().warn({ changeId, target: item.target }, "a call outlived its lease");
      else if (kept !== "later") metrics().changeItems.inc({ tool: job.kind.tool, outcome: kept });
      return;
    } catch (error) {
      if (!isPassing(error) || wallNow() >= leaseUntil) throw error;
      await sleep(waitMs(timing));
    }
  }
}

/**
 * The item, our own records and the audit row.
 *
 * @returns `lost` when the lease ran out and somebody else has taken the item over.
 */
async function keep(
  sql: Transaction,
  job: Job,
  item: StoredItem,
  outcome: Outcome,
): Promise<Final["state"] | "later" | "lost"> {
  const isCancelled =
    outcome.state === "pending" &&
    (await lockChange(sql, job.changeId, "share")).state === "cancelled";
  if (!(await hold(sql, job, item))) return "lost";
  if ("dueAt" in outcome) {
    await setState(sql, job, item, isCancelled ? { state: "cancelled" } : outcome);
    if (outcome.restMs !== undefined) {
      await restUntil(sql, job.provider, new Date(wallNow().getTime() + outcome.restMs));
    }
    return "later";
  }
  const final = outcome.state === "done" ? await recorded(sql, job, item) : outcome;
  await setState(sql, job, item, final);
  await recordFinished(sql, job, [auditEntryOf(job, item, final)]);
  return final.state;
}

async function hold(sql: Transaction, { changeId }: Job, item: StoredItem): Promise<boolean> {
  const [row] = await sql`
    select 1 from store.change_items
    where change_id = ${changeId} and position = ${item.position} and attempts = ${item.attempts}
      and state in ('running', 'verifying') for update`;
  return row !== undefined;
}

/** What the provider has done cannot be taken back because our own records refuse it. */
async function recorded(sql: Transaction, job: Job, item: StoredItem): Promise<Final> {
  try {
    await sql.savepoint((part) => applyItem(part, job, item));
    return { state: "done" };
  } catch (error) {
    if (isPassing(error)) throw error;
    const { changeId } = job;
    log().error({ err: error, changeId, target: item.target }, "an effect could not be recorded");
    return {
      state: "unknown",
      reason:
        "The provider has done it, but it could not be recorded here: this row was removed or changed meanwhile.",
    };
  }
}

async function setState(
  sql: Transaction,
  { changeId }: Job,
  { position }: StoredItem,
  outcome: Outcome | { readonly state: "cancelled" },
): Promise<void> {
  const isLater = "dueAt" in outcome;
  await sql`
    update store.change_items
    set state = ${outcome.state}, reason = ${"reason" in outcome ? outcome.reason : null},
      due_at = ${isLater ? outcome.dueAt : null}, lease_until = null,
      finished_at = ${isLater ? null : wallNow()}
    where change_id = ${changeId} and position = ${position}`;
}
