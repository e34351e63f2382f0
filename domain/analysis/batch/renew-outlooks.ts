import { setImmediate as nextTurn } from "node:timers/promises";
import { dayNumber } from "#analytics/calendar.ts";
import { Analyst, unknownOutlook } from "#analytics/fleet/analyst.ts";
import { outlookColumns } from "#analytics/fleet/columns.ts";
import type { Outlooks, SimToAnalyse } from "#analytics/fleet/types.ts";
import { type Calibration, SeriesError } from "#analytics/forecast.ts";
import type { SystemActor } from "#core/actor.ts";
import { fleetNow } from "#core/clock.ts";
import { addDays } from "#core/day.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { ANALYSED_DAYS } from "../analysed-sim.ts";
import { lastWholeDay } from "../last-whole-day.ts";
import { readSims } from "./read-sims.ts";
import { writeOutlook } from "./write-outlook.ts";

const SIMS_AT_ONCE = 200;

/**
 * Between two analyses: when the quotas run out whose volume has changed since that was worked out last, by a top-up or
 * by what the provider says. What is known of a SIM is its days, which ingestion keeps, and what the last analysis
 * learnt of the fleet; so only these SIMs are forecast anew.
 *
 * @param mostSims After so many, others have their turn.
 */
export async function renewOutlooks(
  actor: SystemActor,
  signal: AbortSignal,
  mostSims: number,
): Promise<{ readonly renewed: number; readonly isLeft: boolean }> {
  let renewed = 0;
  while (renewed < mostSims && !signal.aborted) {
    const count = await renewSome(actor);
    renewed += count;
    if (count < SIMS_AT_ONCE) return { renewed, isLeft: false };
    await nextTurn();
  }
  return { renewed, isLeft: true };
}

function renewSome(actor: SystemActor): Promise<number> {
  return asActor(actor, async (sql) => {
    const [asOf, calibration] = await Promise.all([lastWholeDay(sql), lastCalibration(sql)]);
    if (asOf === null || calibration === null) return 0;
    const iccids = await changedSims(sql, SIMS_AT_ONCE);
    if (iccids.length === 0) return 0;
    const analyst = new Analyst({
      id: asOf,
      firstDay: dayNumber(addDays(asOf, 1 - ANALYSED_DAYS)),
      lastDay: dayNumber(asOf),
      calibration,
      windows: new Float64Array(0),
      plans: [],
    });
    const sims = await readSims(sql, asOf, { iccids });
    await writeOutlook(sql, iccids, [outlookColumns(sims.map((sim) => outlookOf(analyst, sim)))]);
    return iccids.length;
  });
}

/** What cannot be forecast was told by the analysis. */
function outlookOf(analyst: Analyst, sim: SimToAnalyse): Outlooks {
  try {
    return analyst.outlook(sim);
  } catch (error) {
    if (error instanceof SeriesError) return unknownOutlook(sim);
    throw error;
  }
}

async function lastCalibration(sql: Transaction): Promise<Calibration | null> {
  const [run] = await sql<{ calibration: Calibration }[]>`
    select calibration from store.analysis_runs where finished_at is not null
    order by finished_at desc limit 1`;
  return run?.calibration ?? null;
}

/** Whether there is anything to renew; nothing is before the first analysis. */
export async function areOutlooksOld(sql: Transaction): Promise<boolean> {
  if ((await lastCalibration(sql)) === null) return false;
  return (await changedSims(sql, 1)).length > 0;
}

/** By the fleet's clock: what is dated later, as where that stands still, would never be done with. */
async function changedSims(sql: Transaction, limit: number): Promise<string[]> {
  const rows = await sql<{ iccid: string }[]>`
    select distinct q.iccid from store.sim_quota q
    left join store.quota_outlook o
      on o.organization_id = q.organization_id and o.iccid = q.iccid and o.type = q.type
    where o.iccid is null or (q.updated_at > o.computed_at and q.updated_at <= ${fleetNow()})
    order by q.iccid limit ${limit}`;
  return rows.map(({ iccid }) => iccid);
}
