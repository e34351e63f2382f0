import { setTimeout as sleep } from "node:timers/promises";
import { log } from "#core/log.ts";
import { CHANGES_QUEUE } from "#domain/changes/start-change.ts";
import {
  drainOutbox,
  unfinishedChanges,
  type Work,
  workerFor,
} from "#domain/changes/waiting-work.ts";
import type { Timing } from "#domain/changes/work/timing.ts";
import { workOnChange } from "#domain/changes/work/work-on-change.ts";
import { providerOf } from "#domain/providers/provider-of.ts";
import { startQueue } from "./queue.ts";

const DRAIN_EVERY_MS = 500;
const CHANGES_AT_ONCE = 4;
const STOP_TIMEOUT_MS = 10_000;

interface Options {
  readonly timing?: Timing;
  readonly provider?: typeof providerOf;
}

/**
 * Works on what has been approved, beside any number of others that do. What a dead one left half done
 * is taken up at the start, and whenever the queue misses a heartbeat.
 *
 * @returns a function that lets what is under way come to its end, and stops.
 */
export async function startWorker({
  timing,
  provider = providerOf,
}: Options = {}): Promise<() => Promise<void>> {
  const boss = await startQueue([CHANGES_QUEUE]);
  const stopping = new AbortController();
  const send = async (work: Work) => {
    await boss.send(CHANGES_QUEUE, work, { singletonKey: work.changeId });
  };
  await boss.work<Work>(
    CHANGES_QUEUE,
    { localConcurrency: CHANGES_AT_ONCE, pollingIntervalSeconds: 0.5 },
    async ([job]) => {
      if (!job) return;
      const { signal } = stopping;
      const actor = await workerFor(job.data);
      const options = { signal, timing, provider: provider(actor) };
      await workOnChange(actor, job.data.changeId, options);
    },
  );
  for (const work of await unfinishedChanges()) await send(work);
  const draining = keepDraining(send, stopping.signal);
  return async () => {
    stopping.abort();
    await draining;
    await boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS });
  };
}

async function keepDraining(send: (work: Work) => Promise<void>, signal: AbortSignal) {
  while (!signal.aborted) {
    await drainOutbox(CHANGES_QUEUE, send).catch((error) =>
      log().warn({ err: error }, "the outbox could not be read"),
    );
    await sleep(DRAIN_EVERY_MS, undefined, { signal }).catch(() => {}); // stopped: the loop ends
  }
}
