import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { NotFound } from "#core/errors.ts";
import { TimeZone } from "#core/time-zone.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { requireAdmin } from "#domain/orgs/require-admin.ts";
import { JOBS } from "./definitions.ts";
import { nextTime } from "./schedule-times.ts";

export const Schedule = z.object({
  cron: z.string().trim().max(100),
  time_zone: TimeZone,
  enabled: z.boolean(),
});
export type Schedule = z.output<typeof Schedule>;

/** @throws NotFound; Invalid when the times are none; Forbidden for anybody but an owner in person. */
export function setSchedule(actor: Actor, job: string, schedule: Schedule): Promise<void> {
  requireAdmin(actor);
  if (!Object.hasOwn(JOBS, job)) throw new NotFound(`There is no job “${job}”.`);
  const { cron, time_zone } = schedule;
  const next_run_at = nextTime(cron, time_zone, wallNow());
  return asActor(actor, async (sql) => {
    const [before] = await sql`
      select cron, time_zone, enabled from store.schedules where job = ${job} for update`;
    const row = { ...schedule, next_run_at, changed_by: actor.name };
    await sql`
      insert into store.schedules ${sql({ job, ...row })}
      on conflict (organization_id, job) do update set ${sql(row)}`;
    await recordAudit(sql, actor, {
      action: "job.schedule",
      resourceType: "job",
      resourceId: job,
      changes: { before: before ?? null, after: schedule },
    });
  });
}
