// node bench/day.ts [SIMS]: a day in the life of a fleet at an emulated 1NCE, as the suite has it with 300 SIMs
// (server/testing/day/): the streamer, changes at both ends, faults, and a sync that is killed in the middle.
// Afterwards the mirror must equal the provider. Without a Postgres it runs on the embedded database.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { overrideConfig } from "#core/config.ts";
import { closeDatabase, database } from "#db/database.ts";
import { migrate } from "#db/migrate.ts";
import { migrateAuth } from "#domain/auth/migrate.ts";
import { mismatches } from "#server/testing/day/compare.ts";
import { startDay } from "#server/testing/day/day.ts";
import { countDifferences } from "#server/testing/day/decide-differences.ts";
import { compareEffects } from "#server/testing/day/effects.ts";
import { endDay, livePart, PARTS, syncFirst, tidyUp } from "#server/testing/day/live-a-day.ts";

const SIMS = Number(process.argv[2] ?? 10_000);
const SHOWN = 20;
const dataDir = mkdtempSync(join(tmpdir(), "simon-day-"));
const settings = {
  SIMON_DATA_DIR: dataDir,
  DATABASE_URL: process.env.TEST_DATABASE_URL ?? "",
  SIMON_DEMO: "0",
  SIMON_LOOPBACK_PROVIDER: "1",
  LOG_LEVEL: "error",
};
overrideConfig(settings);
const { kind } = await database();
await migrate(await database());
await migrateAuth();
const setNow = (now: Date) => overrideConfig({ ...settings, SIMON_NOW: now.toISOString() });
const day = await startDay({ sims: SIMS, dataDir, setNow });
const parts: Record<string, object> = {};
await timed("first sync", () => syncFirst(day));
for (let part = 0; part < PARTS; part++) {
  await timed(`part ${part + 1}`, () => livePart(day, part));
}
await timed("end", () => endDay(day));
const wrong = await mismatches(day);
await timed("differences", () => tidyUp(day));
wrong.push(...(await mismatches(day)));
const effects = await compareEffects(day);
wrong.push(...effects.wrong);
const left = await countDifferences(day);
if (left > 0) wrong.push(`${left} differences that were decided are still there`);
console.log(`\nA day of ${SIMS} SIMs, ${kind} database`);
console.table(parts);
console.log(`Changes done: ${effects.done}; not certain, and said to be so: ${effects.unknown}.`);
console.log(
  wrong.length === 0
    ? "The mirror equals the provider, and what was approved was done once."
    : `Wrong: ${wrong.length}\n${wrong.slice(0, SHOWN).join("\n")}`,
);
console.log(`Peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`);
process.exitCode = wrong.length === 0 ? 0 : 1;
await day.stop();
await closeDatabase();
rmSync(dataDir, { recursive: true });

async function timed(name: string, work: () => Promise<unknown>): Promise<void> {
  const startedAt = performance.now();
  const cpu = process.cpuUsage();
  const { total: before } = day.emulator.calls();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  const { total } = day.emulator.calls();
  parts[name] = {
    seconds: Math.round((performance.now() - startedAt) / 100) / 10,
    "cpu s, provider included": Math.round((user + system) / 1e5) / 10,
    calls: total.calls - before.calls,
    faults: total.faults - before.faults,
  };
}
