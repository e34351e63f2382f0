// node bench/stream.ts [RECORDS [postgres|embedded]]: what a provider pushes, over HTTP on our own server, on a Postgres and on
// the embedded database: deliveries of 3,000 records of 10,000 SIMs, one after the other and four at once,
// and each once more, as after an answer that was lost. Client and server share this process. What a record takes
// of the processors says more than records a second where others use the machine.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { event, flat, usage } from "#connectors/once/stream/testing.ts";
import { type Actor, systemActor } from "#core/actor.ts";
import { overrideConfig } from "#core/config.ts";
import { closeDatabase, database } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { migrate } from "#db/migrate.ts";
import { connect } from "#domain/connections/connect.ts";
import { renewStream } from "#domain/connections/stream/renew-stream.ts";
import { createWebServer, listen } from "#server/http.ts";
import { serveStream } from "#server/stream.ts";
import { databaseCpuMs } from "./database-cpu.ts";

const RECORDS = Number(process.argv[2] ?? 90_000);
const ONLY = process.argv[3];
const SIMS = 10_000;
const BATCH = 3_000;
/** In these each SIM is named by its ICCID once, so that the flat ones that follow find it. */
const WARM_UP = 4;
const START = Date.parse("2026-10-01T00:00:00Z");

const url = process.env.TEST_DATABASE_URL;
if (!url) throw new Error("Run it as: npm run bench -- stream (it starts a throwaway Postgres)");
const server = createWebServer(() => serveStream);
const origin = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
const rows: Record<string, object> = {};
if (ONLY !== "embedded") await measure("Postgres", url);
if (ONLY !== "postgres") await measure("embedded", "");
console.log(`\n${RECORDS} records of ${SIMS} SIMs, ${BATCH} a delivery: records a second`);
console.table(rows);
console.log(`Peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`);
server.close();

async function measure(name: string, databaseUrl: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "simon-bench-"));
  overrideConfig({ DATABASE_URL: databaseUrl, SIMON_DATA_DIR: dataDir, SIMON_DEMO: "0" });
  await migrate(await database());
  for (const atOnce of [1, 4]) {
    const actor = await newFleet();
    await connect(actor, { client_id: "bench", client_secret: "bench" });
    const stream = await renewStream(actor);
    const batches = batchesOf(RECORDS);
    await push(stream, batches.slice(0, WARM_UP), 1, databaseUrl);
    const fresh = await push(stream, batches.slice(WARM_UP), atOnce, databaseUrl);
    const again = await push(stream, batches.slice(WARM_UP), atOnce, databaseUrl);
    await check(actor);
    rows[`${name}, ${atOnce} at once`] = {
      "stored/s": fresh.perSecond,
      "median ms": fresh.medianMs,
      "slowest ms": fresh.slowestMs,
      "repeated/s": again.perSecond,
      "CPU µs here": fresh.ownMicros,
      "and in the database": fresh.databaseMicros,
    };
  }
  await closeDatabase();
  rmSync(dataDir, { recursive: true });
}

async function push(
  stream: { url: string; user: string; password: string },
  batches: readonly string[],
  atOnce: number,
  databaseUrl: string,
) {
  const authorization = `Basic ${Buffer.from(`${stream.user}:${stream.password}`).toString("base64")}`;
  const target = `${origin}${new URL(stream.url).pathname}`;
  const left = [...batches];
  const times: number[] = [];
  const lane = async () => {
    for (let body = left.shift(); body !== undefined; body = left.shift()) {
      const startedAt = performance.now();
      const answer = await fetch(target, { method: "POST", headers: { authorization }, body });
      if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
      await answer.text();
      times.push(performance.now() - startedAt);
    }
  };
  const cpu = process.cpuUsage();
  const backendsMs = await databaseCpuMs(databaseUrl);
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: atOnce }, lane));
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const usedMs = (await databaseCpuMs(databaseUrl)) - backendsMs;
  const records = batches.length * BATCH;
  times.sort((a, b) => a - b);
  return {
    perSecond: Math.round(records / seconds),
    ownMicros: Math.round((user + system) / records),
    databaseMicros: Math.round((usedMs * 1000) / records),
    medianMs: Math.round(times[Math.floor(times.length / 2)] ?? 0),
    slowestMs: Math.round(times.at(-1) ?? 0),
  };
}

/** Of ten records seven are nested usage, two flat usage, one an event. */
function batchesOf(records: number): string[] {
  const all = Array.from({ length: records }, (_, index) => {
    const sim = index % SIMS;
    const at = new Date(START + index * 1_000).toISOString();
    const moment = { start_timestamp: at, end_timestamp: at };
    const named = { id: sim, iccid: iccidOf(sim) };
    const volume = { tx: `0.${1 + (index % 999)}`, rx: (index % 777) / 100 };
    if (index % 10 === 9) return event({ id: index, timestamp: at, sim: named });
    if (index % 10 >= 7 && index >= BATCH * WARM_UP) {
      return flat({
        id: index,
        ...moment,
        sim_id: sim,
        volume_tx: volume.tx,
        volume_rx: volume.rx,
      });
    }
    return usage({ id: index, ...moment, sim: named, volume });
  });
  const count = Math.floor(records / BATCH);
  return Array.from({ length: count }, (_, n) =>
    JSON.stringify(all.slice(n * BATCH, (n + 1) * BATCH)),
  );
}

/** Nothing lost, nothing doubled, nothing put aside. */
async function check(actor: Actor): Promise<void> {
  const [row] = await asActor(
    actor,
    (sql) => sql`
      select (select count(*) from store.stream_records where state = 'stored') as stored,
        (select sum(event_count) from fleet.sim_usage_daily) as daily,
        (select count(*) from fleet.sim_usage) as raw,
        (select count(*) from fleet.connection_events) as events`,
  );
  const events = Math.floor(RECORDS / BATCH) * (BATCH / 10);
  const isRight =
    row?.stored === Math.floor(RECORDS / BATCH) * BATCH &&
    row.events === events &&
    Number(row.daily) === row.raw;
  if (!isRight) throw new Error(`not stored once: ${JSON.stringify(row)}`);
}

async function newFleet(): Promise<Actor> {
  const actor = systemActor({ id: `bench-${randomUUID()}`, name: "Bench" });
  await asActor(actor, async (sql) => {
    await sql`
      insert into store.sims (iccid, label, status, tags)
      select (8988280666000000000::numeric + n)::text, 'device-' || n, 'active', '{metering}'
      from generate_series(0, ${SIMS - 1}::int) n`;
    // what was read before the stream had begun, as of any fleet that is synchronised
    await sql`
      insert into store.provider_usage (iccid, day, upload_bytes, download_bytes, sms_to_device,
        sms_from_device, is_complete, upload_id, download_id)
      select iccid, '2026-09-28'::date - n, 1000, 1000, 0, 0, true, iccid || n || 'u', iccid || n || 'd'
      from store.sims, generate_series(0, 9) n`;
  });
  return actor;
}

function iccidOf(index: number): string {
  return `8988280666${String(index).padStart(9, "0")}`;
}
