import { wallNow } from "#core/clock.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { BY_SCHEDULE, enqueue } from "#domain/jobs/start-due.ts";
import { lockChange } from "../stored.ts";
import type { Job } from "./job.ts";

/** Ends an approved change of which no item is left to do; another worker may have done so already. */
export function completeChange({ actor, changeId, askedBy, kind, provider }: Job): Promise<void> {
  return asActor(actor, async (sql) => {
    const { state } = await lockChange(sql, changeId, "update");
    if (state !== "running" && state !== "paused") return;
    const counts = await sql<{ state: string; items: number }[]>`
      select state, count(*) as items from store.change_items
      where change_id = ${changeId} group by state order by state`;
    if (counts.some((row) => ["pending", "running", "verifying"].includes(row.state))) return;
    await sql`
      update store.change_sets set state = 'done', finished_at = ${wallNow()} where id = ${changeId}`;
    if (kind.isReadBack && provider.reads) await enqueue(sql, "sync", BY_SCHEDULE, wallNow());
    await recordAudit(
      sql,
      { organizationId: actor.organizationId, ...askedBy },
      {
        action: "change.done",
        resourceType: "change",
        resourceId: changeId,
        changes: Object.fromEntries(counts.map((row) => [row.state, row.items])),
      },
    );
  });
}
