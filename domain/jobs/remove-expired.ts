import type { SystemActor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { asActor } from "#db/guard.ts";
import { wakeSnoozed } from "#domain/analysis/wake-snoozed.ts";
import { pruneStreamRecords } from "#domain/connections/stream/prune-stream-records.ts";
import { expireImports } from "#domain/imports/expire-imports.ts";
import { removeOld } from "#domain/retention/remove-old.ts";
import type { JobEnd } from "./definitions.ts";

export async function removeExpired(actor: SystemActor): Promise<JobEnd> {
  const files = await expireImports(actor);
  const records = await pruneStreamRecords(actor);
  const { count: reports } = await asActor(
    actor,
    (sql) => sql`delete from store.reports where expires_at < ${wallNow()}`,
  );
  const woken = await asActor(actor, wakeSnoozed);
  const { conversations, runs } = await removeOld(actor);
  const counts = [
    `${files} files`,
    `${reports} reports`,
    `${conversations} conversations`,
    `${records} records of the Data Streamer`,
    `${runs} old runs`,
    `${woken} snoozes`,
  ];
  return { outcome: `Removed ${counts.join(", ")}.` };
}
