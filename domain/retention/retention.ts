import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { requireAdmin } from "#domain/orgs/require-admin.ts";

const Days = z.int().min(1).max(3650);

/** How long an organisation keeps what is not of its fleet. */
export const Retention = z.object({
  /** Since their last message; null: for ever. */
  conversations_days: Days.nullable(),
  /** Since the end of the run. */
  job_runs_days: Days,
  /** Since the report was made. */
  monthly_reports_days: Days,
});
export type Retention = z.output<typeof Retention>;

const DEFAULTS: Retention = {
  conversations_days: null,
  job_runs_days: 90,
  monthly_reports_days: 730,
};

const DAY_MS = 24 * 60 * 60 * 1000;

export async function retentionIn(sql: Transaction): Promise<Retention> {
  const [row] = await sql<Retention[]>`
    select conversations_days,
      coalesce(job_runs_days, ${DEFAULTS.job_runs_days}) as job_runs_days,
      coalesce(monthly_reports_days, ${DEFAULTS.monthly_reports_days}) as monthly_reports_days
    from store.organization_settings`;
  return row ? { ...row } : DEFAULTS;
}

/** @throws Forbidden for anybody but an owner in person. */
export async function getRetention(actor: Actor): Promise<Retention> {
  requireAdmin(actor);
  return asActor(actor, retentionIn);
}

export function daysAfter(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * DAY_MS);
}

export function daysBefore(instant: Date, days: number): Date {
  return daysAfter(instant, -days);
}
