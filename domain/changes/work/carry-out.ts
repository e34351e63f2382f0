import { setTimeout as sleep } from "node:timers/promises";
import {
  isHarmlessTwice,
  type Operation,
  ProviderError,
  withinTime,
} from "#connectors/provider.ts";
import { wallNow } from "#core/clock.ts";
import { log } from "#core/log.ts";
import { metrics } from "#core/metrics.ts";
import type { Claimed } from "./claim.ts";
import { type Job, operationOf } from "./job.ts";
import type { Outcome } from "./settle.ts";
import { retryDelayMs } from "./timing.ts";

/** Asks the provider for the effect of a claimed item, or how it stands there. */
export async function carryOut(job: Job, claimed: Claimed): Promise<Outcome> {
  const { item, task, callAt, leaseUntil } = claimed;
  if (task === "give_up") return unknown("Simon was interrupted while this was on its way.");
  const operation = operationOf(job, item);
  if (!operation) return { state: "done" };
  const waitMs = Math.max(0, callAt.getTime() - wallNow().getTime());
  metrics().providerTurns.observe({ for: "change" }, waitMs / 1000);
  await sleep(waitMs);
  if (wallNow().getTime() > leaseUntil.getTime() - job.timing.callTimeoutMs) return notAsked(task);
  return task === "perform" ? perform(job, claimed, operation) : verify(job, claimed, operation);
}

/** The lease is too near its end to begin: this worker was held up. */
function notAsked(task: "perform" | "look_up"): Outcome {
  return {
    state: task === "perform" ? "pending" : "verifying",
    reason: "Simon was held up before it asked the provider.",
    dueAt: wallNow(),
  };
}

async function perform(
  job: Job,
  { item, attempted }: Claimed,
  operation: Operation,
): Promise<Outcome> {
  const idempotencyKey = `${job.changeId}:${item.position}`;
  try {
    await withinTime(job.timing.callTimeoutMs, (signal) =>
      job.provider.perform(operation, { idempotencyKey, signal, attempted }),
    );
    return { state: "done" };
  } catch (error) {
    const failure = asProviderError(error);
    if (failure.kind === "rejected") return { state: "failed", reason: failure.message };
    if (failure.kind === "busy") return later(job, item.attempts, "pending", failure);
    if (job.provider.canVerify(operation)) return later(job, item.attempts, "verifying", failure);
    if (isHarmlessTwice(operation)) return later(job, item.attempts, "pending", failure);
    return unknown(failure.message);
  }
}

async function verify(
  job: Job,
  { item, callAt, attempted = { first: callAt, last: callAt } }: Claimed,
  operation: Operation,
): Promise<Outcome> {
  try {
    const verdict = await withinTime(job.timing.callTimeoutMs, (signal) =>
      job.provider.verify(operation, { signal, attempted }),
    );
    if (verdict === "in_place") return { state: "done" };
    if (verdict === "no_such_sim") {
      return { state: "failed", reason: "The network does not know this SIM." };
    }
    const lost = new ProviderError("lost", "The provider did not take it over.");
    return later(job, item.attempts, "pending", lost);
  } catch (error) {
    const failure = asProviderError(error);
    if (failure.kind === "rejected") return unknown(failure.message);
    return later(job, item.attempts, "verifying", failure);
  }
}

/** Tries again after a pause that grows; in the end it says why it gave up, and what that leaves open. */
function later(
  { timing }: Job,
  attempts: number,
  state: "pending" | "verifying",
  failure: ProviderError,
): Outcome {
  if (attempts >= timing.maxAttempts) {
    const reason = `${failure.message} Tried ${attempts} times.`;
    return state === "pending" ? { state: "failed", reason } : unknown(reason);
  }
  const delayMs = Math.max(failure.retryAfterMs ?? 0, retryDelayMs(attempts, timing));
  return {
    state,
    reason: failure.message,
    dueAt: new Date(wallNow().getTime() + delayMs),
    ...(failure.kind === "busy" && failure.retryAfterMs !== undefined
      ? { restMs: failure.retryAfterMs }
      : {}),
  };
}

function unknown(reason: string): Outcome {
  return {
    state: "unknown",
    reason: `${reason} It may have happened, and cannot be looked up, so it is not tried again: check with your provider.`,
  };
}

/** What is no answer of the provider's at all leaves open what happened. */
function asProviderError(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  log().error({ err: error }, "a call to a provider failed");
  return new ProviderError("lost", "The call broke off.", { cause: error });
}
