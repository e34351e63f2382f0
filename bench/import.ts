// 100,000 SIM rows with 100 bad ones: how long, how much memory, and whether every bad row is reported.
// The second load of the same file must change nothing.
import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemActor } from "#core/actor.ts";
import { closeDatabase, database } from "#db/database.ts";
import { migrate } from "#db/migrate.ts";
import { importFile } from "#domain/imports/import-file.ts";

const ROWS = Number(process.argv[2] ?? 100_000);
const BAD = 100;
const MAX_SECONDS = 60;
const MAX_RSS_MB = 300;

const folder = await mkdtemp(join(tmpdir(), "simon-import-"));
const path = join(folder, "sims.csv");
await writeFile(path, simsCsv());
await migrate(await database());
const actor = systemActor({ id: `bench-${randomUUID()}`, name: "Bench" });
const first = await load();
const again = await load();
const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  JSON.stringify({
    rows: first.rows,
    loaded: first.loaded,
    bad: first.bad,
    seconds: first.elapsedMs / 1000,
    againSeconds: again.elapsedMs / 1000,
    againLoaded: again.loaded,
    peakRssMb,
  }),
);
await rm(folder, { recursive: true });
await closeDatabase();
const isGood =
  first.bad === BAD &&
  again.loaded === 0 &&
  first.elapsedMs < MAX_SECONDS * 1000 &&
  peakRssMb < MAX_RSS_MB;
process.exitCode = isGood ? 0 : 1;

async function load() {
  return importFile(actor, {
    kind: "sims",
    fileName: "sims.csv",
    sizeBytes: (await stat(path)).size,
    stream: createReadStream(path),
  });
}

function simsCsv(): string {
  const lines = [
    "ICCID,MSISDN,IMSI,IMEI,Status,Label,Operator,Country,RAT,Rate plan,Customer,Tags,Activation date",
  ];
  for (let i = 0; i < ROWS; i++) {
    const serial = String(i).padStart(10, "0");
    const isBad = i % (ROWS / BAD) === 500;
    const iccid = isBad ? "8.98E+18" : `898822806${serial}`;
    lines.push(
      `${iccid},+49151${serial.slice(2)},90140${serial},35209111${serial.slice(3)},Enabled,"Meter ${i}, cellar",Telekom DE,Germany,LTE-M,Flex 100,Aqualis Metering,"meter;pilot",2026-0${(i % 9) + 1}-15T08:00:00Z`,
    );
  }
  return lines.join("\n");
}
