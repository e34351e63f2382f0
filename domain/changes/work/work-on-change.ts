import { setTimeout as sleep } from "node:timers/promises";
import type { Provider } from "#connectors/provider.ts";
import type { Actor, SystemActor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { providerOf } from "#domain/providers/provider-of.ts";
import { asksProvider } from "../kind.ts";
import { kindOf } from "../kinds.ts";
import { lockChange } from "../stored.ts";
import { applyBatch } from "./apply-batch.ts";
import { carryOut } from "./carry-out.ts";
import { claim } from "./claim.ts";
import { completeChange } from "./complete-change.ts";
import type { Job } from "./job.ts";
import { settle } from "./settle.ts";
import { TIMING, type Timing, waitMs } from "./timing.ts";

interface Options {
  readonly signal: AbortSignal;
  readonly provider?: Provider | undefined;
  readonly timing?: Timing | undefined;
}

/**
 * Works on an approved change until nothing is left to do, it is paused, or `signal` aborts. Any number
 * of workers may do so at once, and any of them may die: what it held is taken up by another.
 *
 * @throws SimonError when the database does not answer; whoever calls comes back later.
 */
export async function workOnChange(
  actor: SystemActor,
  changeId: string,
  options: Options,
): Promise<void> {
  const job = await openJob(actor, changeId, options);
  const { signal } = job;
  await (asksProvider(job.kind, job.input) ? inLanes(job) : inBatches(job));
  if (!signal.aborted) await completeChange(job);
}

export async function openJob(
  actor: SystemActor,
  changeId: string,
  { signal, provider, timing = TIMING }: Options,
): Promise<Job> {
  const change = await asActor(actor, (sql) => lockChange(sql, changeId, "share"));
  return {
    actor,
    changeId,
    kind: kindOf(change.tool),
    input: change.input,
    askedBy: { name: change.proposed_by_name, channel: change.channel as Actor["channel"] },
    undoOf: change.undo_of,
    provider: provider ?? (await providerOf(actor)),
    timing,
    signal,
  };
}

async function inBatches(job: Job): Promise<void> {
  while (!job.signal.aborted) {
    const left = await applyBatch(job);
    if (left === "none") return;
    if (left === "wait") await sleep(waitMs(job.timing));
  }
}

async function inLanes(job: Job): Promise<void> {
  const lanes = Array.from({ length: job.timing.lanes }, () => lane(job));
  const ends = await Promise.allSettled(lanes); // one that fails must not leave others behind
  const failed = ends.find((end) => end.status === "rejected");
  if (failed) throw failed.reason;
}

async function lane(job: Job): Promise<void> {
  while (!job.signal.aborted) {
    const claimed = await claim(job);
    if (claimed === "none") return;
    if (claimed === "skipped") continue;
    if (claimed === "wait") {
      await sleep(waitMs(job.timing));
      continue;
    }
    await settle(job, claimed, await carryOut(job, claimed));
  }
}
