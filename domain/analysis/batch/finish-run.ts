import type { AnalysisPool } from "#analytics/fleet/pool.ts";
import type { SystemActor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import type { AnalysisRun } from "./analysis-run.ts";
import { cohortEvents } from "./cohort-events.ts";
import { fleetSums } from "./fleet-sums.ts";
import type { Outcome } from "./outcome.ts";
import { writeCohorts } from "./write-cohorts.ts";
import { writeSums } from "./write-sums.ts";

/** Old ones tell nothing that the tables do not. */
const KEPT_RUNS = 10;

/**
 * What only all SIMs together show: events of groups, and sums of forecasts. Written in one transaction with the end of
 * the run, so it happens once, whoever does it and however often.
 */
export async function finishRun(
  actor: SystemActor,
  pool: AnalysisPool,
  run: AnalysisRun,
): Promise<Outcome> {
  const events = await cohortEvents(actor, pool, run);
  const sums = await fleetSums(actor, run);
  return asActor(actor, async (sql) => {
    const [held] = await sql`
      select 1 from store.analysis_runs where id = ${run.id} and finished_at is null for update`;
    if (!held) return outcomeOf(sql, run);
    await writeCohorts(sql, run.asOf, events);
    await writeSums(sql, run.asOf, sums);
    const outcome = await counts(sql, run, events.length);
    await sql`
      update store.analysis_runs
      set finished_at = ${wallNow()}, outcome = ${JSON.stringify(outcome)}::text::jsonb
      where id = ${run.id}`;
    await forget(sql, run);
    return outcome;
  });
}

async function counts(sql: Transaction, { id }: AnalysisRun, events: number): Promise<Outcome> {
  const [row] = await sql<Omit<Outcome, "events">[]>`
    select coalesce(sum((found->>'sims')::int), 0) as sims,
      coalesce(sum((found->>'anomalies')::int), 0) as anomalies,
      coalesce(sum(case state when 'failed' then sims else jsonb_array_length(problems) end), 0) as problems
    from store.analysis_shards where run_id = ${id}`;
  return { sims: 0, anomalies: 0, problems: 0, ...row, events };
}

async function outcomeOf(sql: Transaction, { id }: AnalysisRun): Promise<Outcome> {
  const [row] = await sql<{ outcome: Outcome }[]>`
    select outcome from store.analysis_runs where id = ${id} and finished_at is not null`;
  return row?.outcome ?? { sims: 0, anomalies: 0, problems: 0, events: 0 };
}

/** What was kept for the end only, and runs long past. */
async function forget(sql: Transaction, { id }: AnalysisRun): Promise<void> {
  await sql`
    update store.analysis_shards set iccids = null, deviations = null, observed = null, expected = null,
      sums = null, sum_states = null
    where run_id = ${id}`;
  await sql`
    delete from store.analysis_runs where finished_at is not null and id not in (
      select id from store.analysis_runs where finished_at is not null
      order by finished_at desc limit ${KEPT_RUNS})`;
}
