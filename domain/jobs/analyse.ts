import type { SystemActor } from "#core/actor.ts";
import { isFleetClockFrozen } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { analyseFleet } from "#domain/analysis/batch/analyse-fleet.ts";
import { lastWholeDay } from "#domain/analysis/last-whole-day.ts";
import type { JobEnd, RunOptions } from "./definitions.ts";

export async function analyse(actor: SystemActor, options: RunOptions): Promise<JobEnd> {
  return { outcome: await analyseFleet(actor, options) };
}

/**
 * Whether there are whole days that the last analysis does not know, be it ours or what was loaded with the fleet.
 * Where the fleet's clock stands still there will be none.
 */
export async function isAnalysisNeeded(sql: Transaction): Promise<boolean> {
  if (isFleetClockFrozen()) return false;
  const asOf = await lastWholeDay(sql);
  if (asOf === null) return false;
  const [last] = await sql<{ as_of: string }[]>`
    select as_of from store.analysis_runs where finished_at is not null
    order by finished_at desc limit 1`;
  if (last) return last.as_of < asOf;
  const loaded = await sql`
    select 1 from store.forecasts where source = 'computed' and computed_at >= ${asOf}::date + 1 limit 1`;
  return loaded.length === 0;
}
