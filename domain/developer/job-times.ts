import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { asActor } from "#db/guard.ts";
import { requireDeveloper } from "./require-developer.ts";

const DAYS = 30;

export const JobTimes = z.object({
  job: z.string(),
  waiting: z.int(),
  running: z.int(),
  done: z.int(),
  failed: z.int(),
  mean_seconds: z.number().nullable(),
  longest_seconds: z.number().nullable(),
  last_finished_at: z.string().nullable(),
  /** A sentence, where the newest run failed. */
  last_failure: z.string().nullable(),
});
export type JobTimes = z.infer<typeof JobTimes>;

/** How the organisation's jobs did in the last 30 days. @throws Forbidden */
export async function jobTimes(actor: Actor): Promise<JobTimes[]> {
  requireDeveloper(actor);
  const since = new Date(wallNow().getTime() - DAYS * 24 * 3600 * 1000);
  const rows = await asActor(
    actor,
    (sql) => sql<(Omit<JobTimes, "last_finished_at"> & { last_finished_at: Date | null })[]>`
      select job,
        count(*) filter (where state = 'waiting')::int as waiting,
        count(*) filter (where state = 'running')::int as running,
        count(*) filter (where state = 'done')::int as done,
        count(*) filter (where state = 'failed')::int as failed,
        avg(extract(epoch from finished_at - started_at))::float8 as mean_seconds,
        max(extract(epoch from finished_at - started_at))::float8 as longest_seconds,
        max(finished_at) as last_finished_at,
        (array_agg(case state when 'failed' then outcome end order by created_at desc))[1] as last_failure
      from store.job_runs where created_at > ${since} group by job order by job`,
  );
  return rows.map((row) => ({
    ...row,
    last_finished_at: row.last_finished_at?.toISOString() ?? null,
  }));
}
