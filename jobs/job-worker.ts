import type { PgBoss } from "pg-boss";
import { systemActor } from "#core/actor.ts";
import { NotFound } from "#core/errors.ts";
import { getOrganization } from "#domain/auth/get-organization.ts";
import { drainOutbox } from "#domain/jobs/drain-outbox.ts";
import { runJob } from "#domain/jobs/run-job.ts";
import { JOBS_QUEUE, startDue } from "#domain/jobs/start-due.ts";
import { unfinishedRuns } from "#domain/jobs/unfinished-runs.ts";
import { allOrganizations } from "#domain/orgs/all-organizations.ts";
import { every } from "./every.ts";
import { beganElsewhere, isInQueue } from "./queue.ts";

const RUNS_AT_ONCE = 2;
const RETRY_SECONDS = 60;
const WORKER_NAME = "simon worker";

interface Work {
  readonly organizationId: string;
  readonly runId: string;
}

interface Options {
  readonly signal: AbortSignal;
  readonly drainEveryMs: number;
  /** How often schedules are looked at. */
  readonly dueEveryMs: number;
  /** How often runs are looked for whose place in the queue was lost. */
  readonly lookEveryMs: number;
}

/**
 * Does the jobs of all organisations, by schedule and when asked for, beside any number of others.
 *
 * @returns what goes on until `signal` aborts.
 */
export async function workOnJobs(boss: PgBoss, options: Options): Promise<Promise<void>[]> {
  const { signal, drainEveryMs, dueEveryMs, lookEveryMs } = options;
  const send = async (work: Work, startAfter = 0) => {
    await boss.send(JOBS_QUEUE, work, { singletonKey: work.runId, startAfter });
  };
  await boss.work<Work>(
    JOBS_QUEUE,
    { localConcurrency: RUNS_AT_ONCE, pollingIntervalSeconds: 1 },
    async ([job]) => {
      if (!job) return;
      const key = job.data.runId;
      const isElsewhere = await beganElsewhere(boss, JOBS_QUEUE, { id: job.id, key });
      if ((await attempt(job.data, { signal, isElsewhere })) === "again") {
        await send(job.data, signal.aborted ? 0 : RETRY_SECONDS);
      }
    },
  );
  const drain = () =>
    drainOutbox(JOBS_QUEUE, ({ organizationId, reference }) =>
      send({ organizationId, runId: reference }),
    );
  return [
    every(dueEveryMs, signal, startAllDue, "schedules could not be looked at"),
    every(drainEveryMs, signal, drain, "the outbox could not be read"),
    every(lookEveryMs, signal, () => sendLost(boss, send), "lost runs could not be looked for"),
  ];
}

async function attempt({ organizationId, runId }: Work, options: Parameters<typeof runJob>[2]) {
  try {
    const actor = systemActor(await getOrganization(organizationId), WORKER_NAME);
    return await runJob(actor, runId, options);
  } catch (error) {
    if (error instanceof NotFound) return "gone"; // the organisation, with all its runs
    throw error;
  }
}

async function startAllDue(): Promise<void> {
  for (const organization of await allOrganizations())
    await startDue(systemActor(organization, WORKER_NAME));
}

async function sendLost(boss: PgBoss, send: (work: Work) => Promise<void>): Promise<void> {
  for (const organization of await allOrganizations()) {
    for (const runId of await unfinishedRuns(systemActor(organization, WORKER_NAME))) {
      if (!(await isInQueue(boss, JOBS_QUEUE, runId)))
        await send({ organizationId: organization.id, runId });
    }
  }
}
