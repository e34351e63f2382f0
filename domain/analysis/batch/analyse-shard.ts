import { setInterval as ticks } from "node:timers/promises";
import { dayNumber } from "#analytics/calendar.ts";
import { addedSums } from "#analytics/fleet/added-sums.ts";
import type { AnalysisPool } from "#analytics/fleet/pool.ts";
import type { Analysed, FleetContext, SimToAnalyse } from "#analytics/fleet/types.ts";
import type { Plan } from "#analytics/quota-advice.ts";
import type { Actor } from "#core/actor.ts";
import { addDays } from "#core/day.ts";
import { log } from "#core/log.ts";
import { asActor } from "#db/guard.ts";
import { ANALYSED_DAYS } from "../analysed-sim.ts";
import { type AnalysisRun, bytesOf } from "./analysis-run.ts";
import { endShard, keepShard, type Shard } from "./claim-shard.ts";
import { readSims } from "./read-sims.ts";
import { writeAdvice } from "./write-advice.ts";
import { writeAnomalies } from "./write-anomalies.ts";
import { writeForecasts } from "./write-forecasts.ts";
import { writeOutlook } from "./write-outlook.ts";

/** So many SIMs are one task of a thread. */
const SIMS_A_TASK = 500;

export interface AtWork {
  readonly run: AnalysisRun;
  readonly plans: readonly Plan[];
  readonly pool: AnalysisPool;
  readonly leaseMs: number;
}

/** Reads a shard's days, has them examined, and writes what came of it, once. @throws Conflict as `endShard`. */
export async function analyseShard(actor: Actor, shard: Shard, atWork: AtWork): Promise<void> {
  const over = new AbortController();
  const kept = keepLease(actor, shard, atWork.leaseMs, over.signal);
  try {
    const { run, pool } = atWork;
    const sims = await asActor(actor, (sql) => readSims(sql, run.asOf, shard));
    const parts = await examined(pool, contextOf(atWork), sims);
    await asActor(actor, async (sql) => {
      const iccids = sims.map(({ id }) => id);
      const forecasts = parts.map((part) => part.forecasts);
      const outlooks = parts.map((part) => part.outlooks);
      const advice = parts.map((part) => part.advice);
      await writeForecasts(sql, run.asOf, shard, forecasts);
      await writeOutlook(sql, iccids, outlooks);
      await writeAdvice(sql, iccids, advice);
      const anomalies = await writeAnomalies(sql, run.asOf, parts);
      await endShard(sql, shard, {
        ...boardOf(parts),
        iccids,
        problems: parts.flatMap(({ problems }) => problems),
        found: { sims: sims.length, anomalies },
      });
    });
  } finally {
    over.abort();
    await kept;
  }
}

export function contextOf({ run, plans }: Pick<AtWork, "run" | "plans">): FleetContext {
  const { id, asOf, calibration, windows } = run;
  return {
    id,
    firstDay: dayNumber(addDays(asOf, 1 - ANALYSED_DAYS)),
    lastDay: dayNumber(asOf),
    calibration,
    windows,
    plans,
  };
}

export function examined(
  pool: AnalysisPool,
  context: FleetContext,
  sims: readonly SimToAnalyse[],
): Promise<Analysed[]> {
  const tasks = Array.from({ length: Math.ceil(sims.length / SIMS_A_TASK) }, (_, i) =>
    sims.slice(i * SIMS_A_TASK, (i + 1) * SIMS_A_TASK),
  );
  return Promise.all(tasks.map((part) => pool.run({ kind: "sims", context, sims: part })));
}

function boardOf(parts: readonly Analysed[]) {
  const joined = (read: (part: Analysed) => Parameters<typeof bytesOf>[0]) =>
    Buffer.concat(parts.map((part) => bytesOf(read(part))));
  const { names, states } = addedSums(parts);
  return {
    deviations: joined(({ board }) => board.deviations),
    observed: joined(({ board }) => board.observed),
    expected: joined(({ board }) => board.expected),
    sums: names,
    sum_states: bytesOf(states),
  };
}

/** A slow machine is no dead worker. */
async function keepLease(
  actor: Actor,
  shard: Shard,
  leaseMs: number,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const _ of ticks(leaseMs / 3, undefined, { signal, ref: false })) {
      await asActor(actor, (sql) => keepShard(sql, shard, leaseMs));
    }
  } catch (error) {
    if (signal.aborted) return;
    log().warn({ err: error, shard: shard.position }, "a part's lease could not be kept");
  }
}
