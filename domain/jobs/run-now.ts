import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { NotFound } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { requireAdmin } from "#domain/orgs/require-admin.ts";
import { JOBS } from "./definitions.ts";
import { enqueue } from "./start-due.ts";

/**
 * Has a job done as soon as a worker is free; one that waits or runs already is not doubled.
 *
 * @returns the id of its run. @throws NotFound; Forbidden for anybody but an owner in person.
 */
export function runNow(actor: Actor, job: string): Promise<string> {
  requireAdmin(actor);
  if (!Object.hasOwn(JOBS, job)) throw new NotFound(`There is no job “${job}”.`);
  return asActor(actor, async (sql) => {
    const runId = await enqueue(sql, job, actor.name, wallNow());
    await recordAudit(sql, actor, {
      action: "job.run",
      resourceType: "job",
      resourceId: job,
      changes: { run: runId },
    });
    return runId;
  });
}
