import type { SystemActor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { JOBS } from "./definitions.ts";
import { nextTime } from "./schedule-times.ts";

/** Who asked for a run that no person asked for. */
export const BY_SCHEDULE = "schedule";

/** In the outbox, and as the queue's name. */
export const JOBS_QUEUE = "jobs";

/**
 * Puts what is due into the queue, once, whichever worker looks first. A job that still waits or runs is
 * not doubled; one that was due while no worker ran is done once, not as often as it was missed.
 */
export function startDue(actor: SystemActor): Promise<void> {
  return asActor(actor, async (sql) => {
    const now = wallNow();
    await addNewSchedules(sql, now);
    const due = await sql<{ job: string; cron: string; time_zone: string }[]>`
      select job, cron, time_zone from store.schedules
      where enabled and next_run_at <= ${now} and job = any(${Object.keys(JOBS)})
      for update skip locked`;
    for (const { job, cron, time_zone } of due) {
      if ((await JOBS[job]?.isNeeded?.(sql)) ?? true) await enqueue(sql, job, BY_SCHEDULE, now);
      await sql`
        update store.schedules set next_run_at = ${nextTime(cron, time_zone, now)}
        where job = ${job}`;
    }
  });
}

async function addNewSchedules(sql: Transaction, now: Date): Promise<void> {
  const known = await sql<{ job: string }[]>`select job from store.schedules`;
  const names = new Set(known.map(({ job }) => job));
  for (const [job, { cron }] of Object.entries(JOBS)) {
    if (names.has(job)) continue;
    const next_run_at = nextTime(cron, "UTC", now);
    await sql`
      insert into store.schedules
        ${sql({ job, cron, time_zone: "UTC", enabled: true, next_run_at })}
      on conflict (organization_id, job) do nothing`;
  }
}

/** @returns the id of the run that waits now, or of the one that waited or ran before. */
export async function enqueue(
  sql: Transaction,
  job: string,
  askedBy: string,
  now: Date,
): Promise<string> {
  const [run] = await sql<{ id: string }[]>`
    insert into store.job_runs (job, asked_by, created_at) values (${job}, ${askedBy}, ${now})
    on conflict (organization_id, job) where state in ('waiting', 'running') do nothing
    returning id`;
  if (run) {
    await sql`
      insert into store.outbox (queue, reference, created_at) values (${JOBS_QUEUE}, ${run.id}, ${now})`;
    return run.id;
  }
  const [open] = await sql<{ id: string }[]>`
    select id from store.job_runs where job = ${job} and state in ('waiting', 'running')`;
  return open?.id ?? enqueue(sql, job, askedBy, now); // it ended in between
}
