import { dayNumber } from "#analytics/calendar.ts";
import type { Sample } from "#analytics/fleet/learn.ts";
import type { AnalysisPool } from "#analytics/fleet/pool.ts";
import type { SystemActor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { addDays } from "#core/day.ts";
import { asActor } from "#db/guard.ts";
import { ANALYSED_DAYS } from "../analysed-sim.ts";
import { lastWholeDay } from "../last-whole-day.ts";
import { type AnalysisRun, bytesOf, unfinishedRun } from "./analysis-run.ts";

/** So many SIMs say how the fleet's usage is to be judged. */
const LEARNT_FROM = 1_500;
export const SIMS_A_SHARD = 2_000;

/**
 * The run that is under way, or a new one with its shards. One that is based on an older day is given up: what it
 * wrote is written anew. Null where there is no usage to analyse.
 */
export async function openRun(
  actor: SystemActor,
  pool: AnalysisPool,
  simsAShard = SIMS_A_SHARD,
): Promise<AnalysisRun | null> {
  const { asOf, open } = await asActor(actor, async (sql) => {
    const asOf = await lastWholeDay(sql);
    const open = await unfinishedRun(sql);
    if (!open || open.asOf === asOf) return { asOf, open };
    await sql`delete from store.analysis_runs where id = ${open.id}`;
    return { asOf, open: null };
  });
  if (open || asOf === null) return open;
  const sample = await readSample(actor, asOf);
  const [calibration, windows] = await Promise.all([
    pool.run({ kind: "calibration", sample }),
    pool.run({ kind: "windows", sample }),
  ]);
  return asActor(actor, async (sql) => {
    const [run] = await sql<{ id: string }[]>`
      insert into store.analysis_runs (as_of, sims, calibration, windows, started_at)
      select ${asOf}, count(*), ${JSON.stringify(calibration)}::text::jsonb,
        ${bytesOf(windows)}, ${wallNow()}
      from store.sims
      on conflict (organization_id) where finished_at is null do nothing
      returning id`;
    if (run) {
      await sql`
        insert into store.analysis_shards (run_id, position, first_iccid, last_iccid, sims)
        select ${run.id}, shard + 1, min(iccid), max(iccid), count(*)
        from (select iccid, (row_number() over (order by iccid) - 1) / ${simsAShard}::int as shard
              from store.sims) as numbered
        group by shard`;
    }
    return unfinishedRun(sql); // another worker may have been faster
  });
}

async function readSample(actor: SystemActor, asOf: string): Promise<Sample> {
  const from = addDays(asOf, 1 - ANALYSED_DAYS);
  const usage = await asActor(
    actor,
    (sql) => sql<{ days: string; values: string }[]>`
      with sample as (
        select iccid from (
          select iccid, row_number() over (order by iccid) as place, count(*) over () as sims
          from store.sims where status = 'active'
        ) as numbered
        where place % greatest(1, sims / ${LEARNT_FROM}::int) = 0
        limit ${LEARNT_FROM}
      )
      select u.days, u.values from sample cross join lateral (
        select array_agg(day - ${from}::date)::text as days, array_agg(total_volume)::text as values
        from fleet.sim_usage_daily
        where iccid = sample.iccid and day between ${from}::date and ${asOf}::date
      ) as u
      where u.days is not null`,
  );
  return { firstDay: dayNumber(from), lastDay: dayNumber(asOf), usage };
}
