import { type Attempted, isHarmlessTwice } from "#connectors/provider.ts";
import { wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { violatedKey } from "#db/errors.ts";
import { asActor } from "#db/guard.ts";
import { changedSince, skipChanged } from "../recheck.ts";
import { ITEM_COLUMNS, lockChange, type StoredItem } from "../stored.ts";
import { type Job, operationOf } from "./job.ts";
import { reserveCall } from "./pace.ts";

/** An item that this worker holds until `leaseUntil`, and the moment its call may go out. */
export interface Claimed {
  readonly item: StoredItem;
  readonly task: "perform" | "look_up" | "give_up";
  /** When the provider was asked for it before, first and last; absent where it never was. */
  readonly attempted?: Attempted;
  readonly callAt: Date;
  readonly leaseUntil: Date;
}

/**
 * `skipped`: it was not as previewed any more. `wait`: others hold what is left, or neither its time nor
 * that of the provider's account has come. `none`: nothing is left to do.
 */
type Claim = Claimed | "skipped" | "wait" | "none";

/** Takes one item of a change, marking it as under way before anything is asked of the provider. */
export async function claim(job: Job): Promise<Claim> {
  try {
    return await asActor(job.actor, (sql) => claimIn(sql, job));
  } catch (error) {
    if (violatedKey(error) === "one_change_at_a_row") return "wait"; // another change was first
    throw error;
  }
}

async function claimIn(sql: Transaction, job: Job): Promise<Claim> {
  const { changeId, provider, timing } = job;
  const { state } = await lockChange(sql, changeId, "share");
  const isRunning = state === "running";
  const now = wallNow();
  const item = await nextItem(sql, changeId, isRunning, now);
  if (!item) return (await isWorkLeft(sql, changeId, isRunning)) ? "wait" : "none";
  if (item.state === "pending" && (await isSkipped(sql, job, item, now))) return "skipped";
  const task = taskFor(job, item);
  const operation = operationOf(job, item);
  const isAsked = operation !== null && task === "perform";
  const calls = isAsked ? provider.callsFor(operation) : 1;
  const callAt = operation ? await reserveCall(sql, provider, now, calls) : now;
  if (callAt === null) return "wait";
  const leaseUntil = new Date(callAt.getTime() + timing.leaseMs);
  const attempts = item.attempts + 1;
  const [kept] = await sql<{ first: Date | null; last: Date | null }[]>`
    update store.change_items i
    set state = ${task === "look_up" ? "verifying" : "running"}, attempts = ${attempts},
      due_at = ${leaseUntil}, lease_until = ${leaseUntil},
      first_asked_at = coalesce(i.first_asked_at, ${isAsked ? callAt : null}::timestamptz),
      last_asked_at = coalesce(${isAsked ? callAt : null}::timestamptz, i.last_asked_at)
    from (select first_asked_at as first, last_asked_at as last from store.change_items
      where change_id = ${changeId} and position = ${item.position}) as was
    where i.change_id = ${changeId} and i.position = ${item.position}
    returning was.first, was.last`;
  const claimed = { item: { ...item, attempts }, task, callAt, leaseUntil };
  if (!kept?.first || !kept.last) return claimed;
  return { ...claimed, attempted: { first: kept.first, last: kept.last } };
}

/** New work only of a change that runs; what is under way is brought to its end in any state. */
async function nextItem(
  sql: Transaction,
  changeId: string,
  isRunning: boolean,
  now: Date,
): Promise<StoredItem | undefined> {
  const [item] = await sql<StoredItem[]>`
    select ${sql(ITEM_COLUMNS)} from store.change_items i
    where change_id = ${changeId} and (due_at is null or due_at <= ${now})
      and state in ('pending', 'running', 'verifying')
      and (state <> 'pending' or (${isRunning}
        and not exists (
          select 1 from store.change_items other
          where other.organization_id = i.organization_id and other.target = i.target
            and other.state in ('running', 'verifying') and other.change_id <> i.change_id)))
    order by due_at nulls first, position limit 1 for update skip locked`;
  return item;
}

async function isWorkLeft(
  sql: Transaction,
  changeId: string,
  isRunning: boolean,
): Promise<boolean> {
  const [row] = await sql`
    select 1 from store.change_items
    where change_id = ${changeId} and state in ('pending', 'running', 'verifying')
      and (state <> 'pending' or ${isRunning})
    order by due_at nulls first, position limit 1`;
  return row !== undefined;
}

/** Of an item that is under way already, whoever held it is gone, and nobody knows how far it came. */
function taskFor(job: Job, item: StoredItem): Claimed["task"] {
  const operation = operationOf(job, item);
  if (item.state === "pending" || !operation) return "perform";
  if (job.provider.canVerify(operation)) return "look_up";
  return isHarmlessTwice(operation) ? "perform" : "give_up";
}

async function isSkipped(
  sql: Transaction,
  { kind, changeId }: Job,
  item: StoredItem,
  now: Date,
): Promise<boolean> {
  const changed = await changedSince(sql, kind, [item], { lock: true });
  await skipChanged(sql, changeId, changed, now);
  return changed.size > 0;
}
