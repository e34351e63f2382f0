import type { PgBoss } from "pg-boss";
import type { Provider } from "#connectors/provider.ts";
import type { Actor } from "#core/actor.ts";
import { NotFound } from "#core/errors.ts";
import { log } from "#core/log.ts";
import { ANALYSIS_QUEUE } from "#domain/analysis/batch/analyse-fleet.ts";
import { CHANGES_QUEUE } from "#domain/changes/start-change.ts";
import { unfinishedChanges, type Work, workerFor } from "#domain/changes/waiting-work.ts";
import type { Timing } from "#domain/changes/work/timing.ts";
import { workOnChange } from "#domain/changes/work/work-on-change.ts";
import { drainOutbox } from "#domain/jobs/drain-outbox.ts";
import { JOBS_QUEUE } from "#domain/jobs/start-due.ts";
import { providerOf } from "#domain/providers/provider-of.ts";
import { workOnAnalyses } from "./analysis-worker.ts";
import { every } from "./every.ts";
import { workOnJobs } from "./job-worker.ts";
import { isInQueue, startQueue } from "./queue.ts";
import { beginTurn } from "./turn.ts";

const DRAIN_EVERY_MS = 500;
const DUE_EVERY_MS = 15_000;
const CHANGES_AT_ONCE = 4;
/** After so long a change lets those that wait go first: of four large ones, none may hold up the rest. */
const TURN_MS = 20_000;
const LOOK_EVERY_MS = 60_000;
const STOP_TIMEOUT_MS = 10_000;

interface Options {
  readonly timing?: Timing;
  readonly provider?: (actor: Actor) => Provider | Promise<Provider>;
  readonly turnMs?: number;
  /** How often work is looked for whose place in the queue was lost. */
  readonly lookEveryMs?: number;
  /** How often schedules are looked at. */
  readonly dueEveryMs?: number;
}

/**
 * Works on what has been approved and on what is due, beside any number of others that do. What a dead
 * one left half done is taken up at the start, and whenever the queue misses a heartbeat.
 *
 * @returns a function that lets what is under way come to its end, and stops.
 */
export async function startWorker({
  timing,
  provider = providerOf,
  turnMs = TURN_MS,
  lookEveryMs = LOOK_EVERY_MS,
  dueEveryMs = DUE_EVERY_MS,
}: Options = {}): Promise<() => Promise<void>> {
  const boss = await startQueue([CHANGES_QUEUE, JOBS_QUEUE, ANALYSIS_QUEUE]);
  const stopping = new AbortController();
  const send = async (work: Work) => {
    await boss.send(CHANGES_QUEUE, work, { singletonKey: work.changeId });
  };
  const takeTurn = async (work: Work) => {
    const actor = await workerFor(work);
    const { signal, end } = beginTurn(stopping.signal, turnMs);
    try {
      await workOnChange(actor, work.changeId, { signal, timing, provider: await provider(actor) });
    } finally {
      end();
    }
    if (signal.aborted) await send(work); // to the end of the queue, or to another worker
  };
  await boss.work<Work>(
    CHANGES_QUEUE,
    { localConcurrency: CHANGES_AT_ONCE, pollingIntervalSeconds: 0.5 },
    async ([job]) => {
      if (job) await takeTurn(job.data).catch(giveUpWhatIsGone);
    },
  );
  for (const work of await unfinishedChanges()) await send(work);
  const { signal } = stopping;
  const drain = () =>
    drainOutbox(CHANGES_QUEUE, ({ organizationId, reference }) =>
      send({ organizationId, changeId: reference }),
    );
  const loops = [
    every(DRAIN_EVERY_MS, signal, drain, "the outbox could not be read"),
    every(lookEveryMs, signal, () => sendLost(boss, send), "lost jobs could not be looked for"),
    ...(await workOnAnalyses(boss, { signal, drainEveryMs: DRAIN_EVERY_MS })),
    ...(await workOnJobs(boss, { signal, drainEveryMs: DRAIN_EVERY_MS, dueEveryMs, lookEveryMs })),
  ];
  return async () => {
    stopping.abort();
    await Promise.all(loops);
    await boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS });
  };
}

/** An organisation or a sort of change that is not known here will not be known at the next attempt. */
function giveUpWhatIsGone(error: unknown): void {
  if (!(error instanceof NotFound)) throw error;
  log().warn({ err: error }, "a change cannot be worked on here");
}

/** A change that nobody works on, because its job failed too often or was lost, gets another. */
async function sendLost(boss: PgBoss, send: (work: Work) => Promise<void>): Promise<void> {
  for (const work of await unfinishedChanges()) {
    if (!(await isInQueue(boss, CHANGES_QUEUE, work.changeId))) await send(work);
  }
}
