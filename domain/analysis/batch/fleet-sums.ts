import { GROUP_NUMBERS } from "#analytics/forecast/group.ts";
import { Group } from "#analytics/forecast.ts";
import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { type AnalysisRun, numbersOf } from "./analysis-run.ts";
import { shardsOf } from "./shards-of.ts";

/** The forecasts of the fleet and its groups, added up over the shards. */
export async function fleetSums(actor: Actor, run: AnalysisRun): Promise<Map<string, Group>> {
  const sums = new Map<string, Group>();
  for (const position of await shardsOf(actor, run.id)) {
    const [shard] = await asActor(
      actor,
      (sql) => sql<{ sums: string[]; sum_states: Buffer }[]>`
        select sums, sum_states from store.analysis_shards
        where run_id = ${run.id} and position = ${position} and sums is not null`,
    );
    if (!shard) continue;
    const states = numbersOf(shard.sum_states);
    shard.sums.forEach((name, i) => {
      const part = Group.of(states.subarray(i * GROUP_NUMBERS, (i + 1) * GROUP_NUMBERS));
      const sum = sums.get(name);
      if (sum) sum.merge(part);
      else sums.set(name, part);
    });
  }
  return sums;
}
