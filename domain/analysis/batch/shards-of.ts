import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";

/** Those of a run that are done, in the order of their SIMs. */
export async function shardsOf(actor: Actor, runId: string): Promise<number[]> {
  const rows = await asActor(
    actor,
    (sql) => sql<{ position: number }[]>`
      select position from store.analysis_shards where run_id = ${runId} and state = 'done'
      order by position`,
  );
  return rows.map(({ position }) => position);
}
