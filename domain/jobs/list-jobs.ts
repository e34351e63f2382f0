import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { asActor } from "#db/guard.ts";
import { requireAdmin } from "#domain/orgs/require-admin.ts";
import { listMonthlyReports } from "#domain/reports/list-monthly-reports.ts";
import { JOBS } from "./definitions.ts";
import type { JobList, JobRun, ScheduledJob } from "./job.ts";

/** Of each job and state: what is done every quarter of an hour leaves room for what is done once a night. */
const RUNS_SHOWN = 8;

/** When each job is due, and its newest runs. @throws Forbidden for anybody but an owner in person. */
export async function listJobs(actor: Actor): Promise<JobList> {
  requireAdmin(actor);
  return asActor(actor, async (sql) => {
    const schedules = await sql<Schedule[]>`
      select job, cron, time_zone, enabled, next_run_at from store.schedules`;
    const runs = await sql<Run[]>`
      select id, job, state, asked_by, attempts, progress, outcome, created_at, started_at, finished_at
      from (
        select *, row_number() over (partition by job, state order by created_at desc, id) as place
        from store.job_runs
      ) as placed
      where place <= ${RUNS_SHOWN}
      order by (state in ('waiting', 'running')) desc, created_at desc, id`;
    const scheduleOf = new Map(schedules.map((schedule) => [schedule.job, schedule]));
    const jobs = Object.keys(JOBS).map((job) => shown(job, scheduleOf.get(job)));
    const reports = await listMonthlyReports(sql, wallNow());
    return { jobs, runs: runs.map(runShown), reports };
  });
}

interface Schedule {
  readonly job: string;
  readonly cron: string;
  readonly time_zone: string;
  readonly enabled: boolean;
  readonly next_run_at: Date;
}

type Moments = "created_at" | "started_at" | "finished_at";
type Run = Omit<JobRun, Moments> & {
  readonly created_at: Date;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
};

/** Before a worker has looked for the first time a job has no row of its own. */
function shown(job: string, schedule: Schedule | undefined): ScheduledJob {
  const { title, about, cron } = JOBS[job] as (typeof JOBS)[string];
  const isDue = schedule?.enabled ?? true;
  return {
    job,
    title,
    about,
    cron: schedule?.cron ?? cron,
    time_zone: schedule?.time_zone ?? "UTC",
    enabled: isDue,
    next_run_at: (isDue && schedule?.next_run_at.toISOString()) || null,
  };
}

function runShown({ created_at, started_at, finished_at, ...run }: Run): JobRun {
  return {
    ...run,
    created_at: created_at.toISOString(),
    started_at: started_at?.toISOString() ?? null,
    finished_at: finished_at?.toISOString() ?? null,
  };
}
