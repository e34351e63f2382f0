import { setTimeout as sleep } from "node:timers/promises";
import type { AnalysisPool } from "#analytics/fleet/pool.ts";
import type { SystemActor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { asActor } from "#db/guard.ts";
import { priceTable } from "../price-table.ts";
import type { AnalysisRun } from "./analysis-run.ts";
import { finishRun } from "./finish-run.ts";
import { openRun } from "./open-run.ts";
import { wordsForOutcome, wordsForProgress } from "./outcome.ts";
import { withThreads } from "./threads.ts";
import { workOnShards } from "./work-on-shards.ts";

/** In the outbox, and as the queue's name: other workers are asked to take shards. */
export const ANALYSIS_QUEUE = "analysis";

export const LEASE_MS = 60_000;
const LOOK_EVERY_MS = 1_000;

export interface Options {
  readonly signal: AbortSignal;
  /** Says how far it is, in a sentence. */
  readonly progress: (sentence: string) => Promise<void>;
  readonly leaseMs?: number;
  readonly simsAShard?: number;
}

/**
 * Forecasts, run-out dates, anomalies and advice for a whole fleet. What a run that broke off has done is kept.
 *
 * @returns what came of it, in a sentence.
 */
export function analyseFleet(actor: SystemActor, options: Options): Promise<string> {
  return withThreads(async (pool) => {
    const run = await openRun(actor, pool, options.simsAShard);
    if (!run) return "No usage of a whole day is known yet: nothing was analysed.";
    await askForHelp(actor, run);
    await workToTheEnd(actor, pool, run, options);
    return wordsForOutcome(run, await finishRun(actor, pool, run));
  });
}

/** Works on shards until none is left, also of those that others are at: they may die of it. */
async function workToTheEnd(
  actor: SystemActor,
  pool: AnalysisPool,
  run: AnalysisRun,
  { signal, progress, leaseMs = LEASE_MS }: Options,
): Promise<void> {
  const plans = await asActor(actor, (sql) => priceTable(sql, actor));
  const say = async () => progress(wordsForProgress(await progressOf(actor, run)));
  await say();
  for (;;) {
    await workOnShards(actor, { run, plans, pool, leaseMs }, signal, say);
    signal.throwIfAborted(); // this run goes on later: what was written is kept
    const { left } = await progressOf(actor, run);
    if (left === 0) return;
    await sleep(Math.min(LOOK_EVERY_MS, leaseMs), undefined, { signal });
  }
}

/** As a shard may be looked at by many, the parts are counted each time anew. */
async function progressOf(actor: SystemActor, { id }: AnalysisRun) {
  const [row] = await asActor(
    actor,
    (sql) => sql<{ parts: number; done: number; left: number; sims: number }[]>`
      select count(*) as parts, count(*) filter (where state in ('done', 'failed')) as done,
        count(*) filter (where state in ('waiting', 'working')) as left,
        coalesce(sum(sims) filter (where state in ('done', 'failed')), 0) as sims
      from store.analysis_shards where run_id = ${id}`,
  );
  return row ?? { parts: 0, done: 0, left: 0, sims: 0 };
}

async function askForHelp(actor: SystemActor, { id }: AnalysisRun): Promise<void> {
  await asActor(
    actor,
    (sql) => sql`
      insert into store.outbox (queue, reference, created_at)
      values (${ANALYSIS_QUEUE}, ${id}, ${wallNow()})`,
  );
}
