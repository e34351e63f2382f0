import type { PgBoss } from "pg-boss";
import { systemActor } from "#core/actor.ts";
import { NotFound } from "#core/errors.ts";
import { ANALYSIS_QUEUE } from "#domain/analysis/batch/analyse-fleet.ts";
import { helpAnalysis, isHelpWanted } from "#domain/analysis/batch/help-analysis.ts";
import { getOrganization } from "#domain/auth/get-organization.ts";
import { drainOutbox } from "#domain/jobs/drain-outbox.ts";
import { every } from "./every.ts";

const WORKER_NAME = "simon worker";

interface Work {
  readonly organizationId: string;
  readonly runId: string;
}

interface Options {
  readonly signal: AbortSignal;
  readonly drainEveryMs: number;
}

/**
 * Helps with analyses that other workers lead. Each that comes to help asks for another as long as there is something
 * left that nobody is at; a call that is lost costs time, and nothing else, as who leads does what nobody takes.
 *
 * @returns what goes on until `signal` aborts.
 */
export async function workOnAnalyses(
  boss: PgBoss,
  { signal, drainEveryMs }: Options,
): Promise<Promise<void>[]> {
  const send = async (work: Work) => {
    await boss.send(ANALYSIS_QUEUE, work, { singletonKey: work.runId });
  };
  await boss.work<Work>(ANALYSIS_QUEUE, { pollingIntervalSeconds: 1 }, async ([job]) => {
    if (job) await help(job.data, send, signal);
  });
  const drain = () =>
    drainOutbox(ANALYSIS_QUEUE, ({ organizationId, reference }) =>
      send({ organizationId, runId: reference }),
    );
  return [every(drainEveryMs, signal, drain, "the outbox could not be read")];
}

async function help(
  work: Work,
  send: (work: Work) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  try {
    const actor = systemActor(await getOrganization(work.organizationId), WORKER_NAME);
    if (!(await isHelpWanted(actor, work.runId))) return;
    await send(work);
    await helpAnalysis(actor, work.runId, signal);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error; // the organisation, with all its runs
  }
}
