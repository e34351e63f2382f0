import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { requireAdmin } from "#domain/orgs/require-admin.ts";
import { writeSettings } from "#domain/orgs/write-settings.ts";
import { type Retention, retentionIn } from "./retention.ts";

/** Deletes nothing yet: the next run of the job does; reports that are too old are shown no more. @throws Forbidden for anybody but an owner in person. */
export async function setRetention(actor: Actor, retention: Retention): Promise<void> {
  requireAdmin(actor);
  await asActor(actor, async (sql) => {
    const before = await retentionIn(sql);
    await sql`
      update store.reports
         set expires_at = created_at + make_interval(days => ${retention.monthly_reports_days})
       where month is not null`;
    await writeSettings(sql, actor, retention, {
      action: "organization.set_retention",
      before,
      after: retention,
    });
  });
}
