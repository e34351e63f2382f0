import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { asActor } from "#db/guard.ts";
import { requireAdmin } from "#domain/orgs/require-admin.ts";
import { daysBefore, type Retention } from "./retention.ts";

/** What would be deleted if the job ran now. */
export interface RetentionPreview {
  readonly conversations: number;
  readonly job_runs: number;
  readonly monthly_reports: number;
  /** Null where it is not known yet, or the job is switched off. */
  readonly next_run_at: string | null;
  readonly is_switched_off: boolean;
}

/** Counts, and deletes nothing. @throws Forbidden for anybody but an owner in person. */
export async function previewRetention(
  actor: Actor,
  { conversations_days, job_runs_days, monthly_reports_days }: Retention,
): Promise<RetentionPreview> {
  requireAdmin(actor);
  const now = wallNow();
  const threadsBefore = conversations_days === null ? null : daysBefore(now, conversations_days);
  const [row] = await asActor(
    actor,
    (sql) => sql`
      select
        case when ${threadsBefore}::timestamptz is null then 0
          else store.count_threads(${threadsBefore}) end as conversations,
        (select count(*) from store.job_runs
          where finished_at < ${daysBefore(now, job_runs_days)}) as job_runs,
        (select count(*) from store.reports where month is not null
          and created_at < ${daysBefore(now, monthly_reports_days)}) as monthly_reports,
        job.next_run_at, coalesce(not job.enabled, false) as is_switched_off
      from (select) as whole
      left join store.schedules job on job.job = 'retention'`,
  );
  return {
    conversations: row?.conversations,
    job_runs: row?.job_runs,
    monthly_reports: row?.monthly_reports,
    next_run_at: row?.is_switched_off ? null : (row?.next_run_at?.toISOString() ?? null),
    is_switched_off: row?.is_switched_off,
  };
}
