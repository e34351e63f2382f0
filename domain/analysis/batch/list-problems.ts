import type { Problem } from "#analytics/fleet/types.ts";
import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { requireAdmin } from "#domain/orgs/require-admin.ts";

const MOST_SHOWN = 1_000;

/**
 * SIMs whose data the last analysis could not use as it was, with a sentence each; the first thousand.
 *
 * @throws Forbidden for anybody but an owner in person.
 */
export async function listAnalysisProblems(actor: Actor): Promise<readonly Problem[]> {
  requireAdmin(actor);
  return asActor(
    actor,
    (sql) => sql<Problem[]>`
      select p.problem->>'id' as id, p.problem->>'problem' as problem
      from store.analysis_shards s
      cross join lateral jsonb_array_elements(s.problems) with ordinality as p (problem, place)
      where s.run_id = (
        select id from store.analysis_runs where finished_at is not null
        order by finished_at desc limit 1)
      order by s.position, p.place limit ${MOST_SHOWN}`,
  );
}
