// node bench/import.ts [ROWS]: a file of SIMs with 100 bad rows, loaded twice: how long, how much memory,
// whether every bad row is reported, and whether the second load changes nothing.
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { systemActor } from "#core/actor.ts";
import { closeDatabase, database } from "#db/database.ts";
import { migrate } from "#db/migrate.ts";
import { importFile } from "#domain/imports/import-file.ts";

const FLAG = "--max-semi-space-size=8"; // as in `npm run import`
const ROWS = Number(process.argv[2] ?? 100_000);
const BAD = 100;
const MAX_SECONDS = 60;
const MAX_RSS_MB = 300;

if (process.execArgv.includes(FLAG)) await main();
else
  process.exitCode =
    spawnSync(process.execPath, [FLAG, ...process.argv.slice(1)], { stdio: "inherit" }).status ?? 1;

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "simon-import-"));
  const path = join(folder, "sims.csv");
  await pipeline(Readable.from(simsCsv()), createWriteStream(path));
  await migrate(await database());
  const actor = systemActor({ id: `bench-${randomUUID()}`, name: "Bench" });
  const load = async () =>
    importFile(actor, {
      kind: "sims",
      fileName: "sims.csv",
      sizeBytes: (await stat(path)).size,
      stream: createReadStream(path),
    });
  const first = await load();
  const again = await load();
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log({
    rows: first.rows,
    loaded: first.loaded,
    bad: first.bad,
    seconds: first.elapsedMs / 1000,
    secondsAgain: again.elapsedMs / 1000,
    loadedAgain: again.loaded,
    peakRssMb,
  });
  await rm(folder, { recursive: true });
  await closeDatabase();
  const isGood =
    first.bad === BAD &&
    first.loaded === ROWS - BAD &&
    again.loaded === 0 &&
    first.elapsedMs < MAX_SECONDS * 1000 &&
    peakRssMb < MAX_RSS_MB;
  process.exitCode = isGood ? 0 : 1;
}

function* simsCsv(): Generator<string> {
  yield "ICCID,MSISDN,IMSI,IMEI,Status,Label,Operator,Country,RAT,Rate plan,Customer,Tags,Activation date\n";
  for (let i = 0; i < ROWS; i++) {
    const serial = String(i).padStart(10, "0");
    const isBad = i % (ROWS / BAD) === ROWS / BAD / 2;
    const iccid = isBad ? "8.98E+18" : `898822806${serial}`;
    yield `${iccid},+49151${serial.slice(2)},90140${serial},35209111${serial.slice(3)},Enabled,"Meter ${i}, cellar",Telekom DE,Germany,LTE-M,Flex 100,Aqualis Metering,"meter;pilot",2026-0${(i % 9) + 1}-15T08:00:00Z\n`;
  }
}
