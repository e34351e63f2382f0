import type { SystemActor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";

/** Runs that wait or were under way: what a worker that starts may have to go on with. */
export async function unfinishedRuns(actor: SystemActor): Promise<string[]> {
  const rows = await asActor(
    actor,
    (sql) => sql<{ id: string }[]>`
      select id from store.job_runs where state in ('waiting', 'running') order by created_at, id`,
  );
  return rows.map(({ id }) => id);
}
