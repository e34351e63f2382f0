// node bench/nightly.ts [SIMS]: the analysis of a fleet with 180 days, from Postgres to Postgres, by workers in processes
// of their own: the first time, the next night over what is there, and by two workers. Beside it the floor of the same
// run: a bare read of the same usage and a bare COPY of the same results.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { systemActor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { overrideConfig } from "#core/config.ts";
import { withConnection } from "#db/connections.ts";
import { closeDatabase, database, type Sql } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { migrate } from "#db/migrate.ts";
import { migrateAuth } from "#domain/auth/migrate.ts";
import { enqueue } from "#domain/jobs/start-due.ts";
import { ensureOrganization } from "#domain/orgs/ensure-organization.ts";
import { DAYS, makeFleet, NOW } from "./nightly/fleet.ts";
import { bareCopy, bareRead } from "./nightly/floor.ts";
import { startWorkers } from "./nightly/workers.ts";

const SIMS = Number(process.argv[2] ?? 100_000);
const [MOST_TIMES_FLOOR, MOST_MORE_SECONDS, MOST_MB] = [2, 30, 1024];
const [AIM_TIMES_FLOOR, AIM_MB] = [1.3, 400];

const url = process.env.TEST_DATABASE_URL;
if (!url) throw new Error("Run it as: npm run bench -- nightly (it starts a throwaway Postgres)");
const dataDir = mkdtempSync(join(tmpdir(), "simon-bench-"));
const settings = {
  DATABASE_URL: url,
  SIMON_DATA_DIR: dataDir,
  SIMON_NOW: NOW,
  SIMON_DEMO: "0",
  LOG_LEVEL: "warn",
};
overrideConfig(settings);
const db = await database();
await migrate(db);
await migrateAuth();
const organization = await ensureOrganization(`Bench ${randomUUID()}`);
const actor = systemActor(organization, "bench");
console.log(`Making ${SIMS.toLocaleString("en")} SIMs with ${DAYS} days each.`);
const asOwner = <T>(work: (sql: Sql) => Promise<T>) =>
  withConnection(db.connections, async ({ sql }) => {
    await sql`select set_config('app.organization_id', ${organization.id}, false)`;
    return work(sql);
  });
await asOwner((sql) => makeFleet(sql, organization.id, SIMS));

const runs: Record<string, { seconds: number; peakMb: number; outcome: string }> = {};
runs["first night"] = await night(1);
runs["next night"] = await night(1);
runs["two workers"] = await night(2);
const place = { url, organization: organization.id, folder: dataDir };
const read = await bareRead(place);
const copied = await bareCopy(place);
const floor = read + copied;
for (const [name, { outcome }] of Object.entries(runs)) console.log(`${name}: ${outcome}`);
console.table(
  Object.fromEntries(
    Object.entries(runs).map(([name, { seconds, peakMb }]) => [
      name,
      { seconds: rounded(seconds), "times the floor": rounded(seconds / floor), "peak MB": peakMb },
    ]),
  ),
);
console.log(`Floor: ${rounded(read)} s to read, ${rounded(copied)} s to COPY.`);
const most = MOST_TIMES_FLOOR * floor + MOST_MORE_SECONDS;
console.log(
  `Target: ${rounded(most)} s (${MOST_TIMES_FLOOR} times the floor and ${MOST_MORE_SECONDS} s) and ${MOST_MB} MB; aim: ${rounded(AIM_TIMES_FLOOR * floor)} s and ${AIM_MB} MB.`,
);
const first = runs["first night"];
const isMet = first.seconds <= most && first.peakMb <= MOST_MB;
console.log(isMet ? "The first night meets the target." : "The first night misses the target.");
await closeDatabase();
rmSync(dataDir, { recursive: true });
process.exitCode = isMet ? 0 : 1;

async function night(workers: number) {
  const started = startWorkers(workers, settings);
  const startedAt = performance.now();
  const id = await asActor(actor, (sql) => enqueue(sql, "analysis", "bench", wallNow()));
  let run: { state: string; outcome: string | null } | undefined;
  while (run?.state !== "done" && run?.state !== "failed") {
    await sleep(100);
    [run] = await asActor(
      actor,
      (sql) => sql<{ state: string; outcome: string | null }[]>`
        select state, outcome from store.job_runs where id = ${id}`,
    );
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const peakMb = started.peakMb();
  await started.stop();
  return { seconds, peakMb, outcome: `${run.state}. ${run.outcome}` };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
