import type { SystemActor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { SimonError } from "#core/errors.ts";
import { log } from "#core/log.ts";
import { metrics, stopwatch } from "#core/metrics.ts";
import { asActor } from "#db/guard.ts";
import { JOBS, type JobDefinition } from "./definitions.ts";
import { BY_SCHEDULE, enqueue } from "./start-due.ts";

/** After so many attempts a run is left as failed, with its reason, for a person to look at. */
const MAX_ATTEMPTS = 3;

interface Options {
  readonly signal: AbortSignal;
  /** Whether somebody else is at it: then it is left to them, unless it waits again. */
  readonly isElsewhere?: boolean | undefined;
}

/** `again`: it failed for now, or the process wants to end; it waits for another attempt. */
type RunEnd = "done" | "failed" | "again" | "gone";

/** Does one run of a job; its row says how it went. */
export async function runJob(
  actor: SystemActor,
  runId: string,
  { signal, isElsewhere = false }: Options,
): Promise<RunEnd> {
  const taken = await take(actor, runId, isElsewhere);
  if (!taken) return "gone";
  const definition = JOBS[taken.job];
  if (!definition) return end(actor, runId, "failed", "This version of Simon has no such job.");
  const seconds = stopwatch();
  const ended = await attempt(actor, runId, { ...taken, definition, signal });
  const outcome = ended === "again" && signal.aborted ? "stopped" : ended;
  metrics().jobRuns.observe({ job: taken.job, outcome }, seconds());
  return ended;
}

interface Taken {
  readonly job: string;
  readonly asked_by: string;
  readonly attempts: number;
}

interface Attempt extends Pick<Options, "signal">, Taken {
  readonly definition: JobDefinition;
}

async function attempt(
  actor: SystemActor,
  runId: string,
  { job, asked_by, attempts, definition, signal }: Attempt,
): Promise<RunEnd> {
  if (attempts > MAX_ATTEMPTS)
    return end(actor, runId, "failed", `The process died during each of ${MAX_ATTEMPTS} attempts.`);
  const progress = (sentence: string) => say(actor, runId, sentence);
  const isAsked = asked_by !== BY_SCHEDULE;
  try {
    const options = { signal, progress, isAsked };
    const { outcome, isLeft, isBusy } = await definition.run(actor, options);
    if (isBusy) return wait(actor, runId, outcome, -1);
    return await end(actor, runId, "done", outcome, isLeft ? job : undefined);
  } catch (error) {
    if (signal.aborted) return wait(actor, runId, "Simon was stopped in the middle.", -1);
    log().warn({ err: error, job, runId }, "a job failed");
    const reason =
      error instanceof SimonError ? error.message : "Something went wrong on our side.";
    if (attempts >= MAX_ATTEMPTS) return end(actor, runId, "failed", reason);
    return wait(actor, runId, reason, 0);
  }
}

/** What was running already was so in a process that died, unless it is known to live. */
async function take(
  actor: SystemActor,
  runId: string,
  isElsewhere: boolean,
): Promise<Taken | null> {
  const [run] = await asActor(
    actor,
    (sql) => sql<Taken[]>`
      update store.job_runs
      set state = 'running', attempts = attempts + 1, started_at = ${wallNow()}, outcome = null,
        progress = null
      where id = ${runId} and (state = 'waiting' or state = 'running' and not ${isElsewhere}::boolean)
      returning job, asked_by, attempts`,
  );
  return run ?? null;
}

async function say(actor: SystemActor, runId: string, sentence: string): Promise<void> {
  await asActor(
    actor,
    (sql) => sql`
      update store.job_runs set progress = ${sentence} where id = ${runId} and state = 'running'`,
  );
}

async function end(
  actor: SystemActor,
  runId: string,
  state: "done" | "failed",
  outcome: string,
  next?: string,
): Promise<"done" | "failed"> {
  const now = wallNow();
  await asActor(actor, async (sql) => {
    await sql`
      update store.job_runs
      set state = ${state}, outcome = ${outcome}, progress = null, finished_at = ${now}
      where id = ${runId}`;
    if (next) await enqueue(sql, next, BY_SCHEDULE, now);
  });
  return state;
}

/**
 * A run that another worker is at ends when that one says so.
 *
 * @param attempts What is added: a stop by our own will counts for none.
 */
async function wait(
  actor: SystemActor,
  runId: string,
  outcome: string,
  attempts: number,
): Promise<"again"> {
  await asActor(
    actor,
    (sql) => sql`
      update store.job_runs
      set state = 'waiting', outcome = ${outcome}, progress = null, attempts = attempts + ${attempts}
      where id = ${runId} and state = 'running'`,
  );
  return "again";
}
