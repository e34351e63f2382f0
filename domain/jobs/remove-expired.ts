import type { SystemActor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { asActor } from "#db/guard.ts";
import { wakeSnoozed } from "#domain/analysis/wake-snoozed.ts";
import { pruneStreamRecords } from "#domain/connections/stream/prune-stream-records.ts";
import { expireImports } from "#domain/imports/expire-imports.ts";
import type { JobEnd } from "./definitions.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const RUNS_KEPT_DAYS = 90;

export async function removeExpired(actor: SystemActor): Promise<JobEnd> {
  const files = await expireImports(actor);
  const records = await pruneStreamRecords(actor);
  const { count: reports } = await asActor(
    actor,
    (sql) => sql`delete from store.reports where expires_at < ${wallNow()}`,
  );
  const woken = await asActor(actor, wakeSnoozed);
  const before = new Date(wallNow().getTime() - RUNS_KEPT_DAYS * DAY_MS);
  const { count: runs } = await asActor(
    actor,
    (sql) => sql`delete from store.job_runs where finished_at < ${before}`,
  );
  const counts = [
    `${files} files`,
    `${reports} reports`,
    `${records} records of the Data Streamer`,
    `${runs} old runs`,
    `${woken} snoozes`,
  ];
  return { outcome: `Removed ${counts.join(", ")}.` };
}
