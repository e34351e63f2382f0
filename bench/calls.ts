// node bench/calls.ts [SIMS]: calls to an emulated 1NCE against the fewest that would do, without faults and where a
// tenth of the calls goes wrong. The fewest are counted from the provider's own tables, not from what our sync
// thinks is needed.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { overrideConfig } from "#core/config.ts";
import { closeDatabase, database } from "#db/database.ts";
import { migrate } from "#db/migrate.ts";
import { migrateAuth } from "#domain/auth/migrate.ts";
import { CLEAR_FAULTS } from "#domain/sync/testing.ts";
import { type Day, startDay } from "#server/testing/day/day.ts";
import { changesDone, flushed, syncOnce } from "#server/testing/day/live-a-day.ts";
import { approved } from "#server/testing/day/our-changes.ts";
import { readTheirStore } from "#server/testing/day/their-store.ts";

const SIMS = Number(process.argv[2] ?? 1_000);
const CHANGED = Math.ceil(SIMS / 10);
const FAULT_RATE = 0.1;
const MOST = 1.3;
const PAGE = 100;
const ORDERS_PAGE = 10;
const WHY = {
  "first sync": "a page of the list for 100 SIMs; two quotas and the usage of each SIM",
  "an hour": "the list; of a fifth of the SIMs the quotas that moved (usage is pushed)",
  "status of some": "a reading and a writing each: the whole SIM is written",
  "top-ups of some":
    "one order each, and the two quotas that it adds to; where answers got lost, one look through these orders, ten a page, since nothing else tells",
  "messages to some": "one message each",
};
type Name = keyof typeof WHY;

interface Counted {
  readonly needed: number;
  readonly calls: number;
}

const url = process.env.TEST_DATABASE_URL ?? "";
const table: Record<string, object> = {};
let isTooMuch = false;
for (const rate of [0, FAULT_RATE]) {
  const dataDir = mkdtempSync(join(tmpdir(), "simon-calls-"));
  const settings = {
    ...{ SIMON_DATA_DIR: dataDir, DATABASE_URL: url, SIMON_DEMO: "0" },
    ...{ SIMON_LOOPBACK_PROVIDER: "1", LOG_LEVEL: "fatal" },
  };
  overrideConfig(settings);
  await migrate(await database());
  await migrateAuth();
  const setNow = (now: Date) => overrideConfig({ ...settings, SIMON_NOW: now.toISOString() });
  const day = await startDay({ sims: SIMS, dataDir, setNow, firstSyncBy: "caller" });
  for (const [name, { needed, calls }] of Object.entries(await counted(day, rate))) {
    const amplification = Math.round((calls / needed) * 100) / 100;
    isTooMuch ||= amplification > MOST;
    table[`${name}, ${rate * 100} % faults`] = { needed, calls, amplification };
  }
  await day.stop();
  await closeDatabase();
  rmSync(dataDir, { recursive: true });
}
console.log(`\n${SIMS} SIMs, changes of ${CHANGED}. Needed at least:`);
for (const [name, why] of Object.entries(WHY)) console.log(`  ${name}: ${why}.`);
console.table(table);
if (isTooMuch) {
  console.error(`MISSED: more than ${MOST} calls for each that is needed.`);
  process.exitCode = 1;
}

async function counted(day: Day, rate: number): Promise<Record<Name, Counted>> {
  const { emulator, emulatorFile } = day;
  for (const kind of CLEAR_FAULTS) {
    const probability = rate / CLEAR_FAULTS.length;
    if (rate > 0) emulator.addFault({ kind, path: "/v*/sims*", probability });
  }
  const pages = Math.ceil(SIMS / PAGE);
  const looks = Math.ceil(CHANGED / ORDERS_PAGE);
  const first = await made(day, () => synced(day));
  const hour = await anHour(day);
  const iccids = emulator
    .sims()
    .flatMap(({ iccid, status }) => (status === "Enabled" ? iccid : []));
  const some = (nth: number) => iccids.slice(nth * CHANGED, (nth + 1) * CHANGED);
  const change = (tool: string, input: Record<string, unknown>, nth: number) =>
    made(day, async () => {
      await approved(day, tool, input, some(nth));
      await changesDone(day);
      await synced(day); // a top-up's quotas are read back
    });
  const status = await change("set_sim_status", { status: "suspended" }, 0);
  const topUps = await change("top_up_package", {}, 1);
  const messages = await change("send_sms", { body: "REPORT" }, 2);
  return {
    "first sync": { needed: pages + 3 * SIMS, calls: first },
    "an hour": { needed: pages + hour.moved, calls: hour.calls },
    "status of some": { needed: 2 * CHANGED, calls: status },
    "top-ups of some": { needed: 3 * CHANGED + (rate > 0 ? looks : 0), calls: topUps },
    "messages to some": { needed: CHANGED, calls: messages },
  };

  /** When the stream has been on for longer than its first whole day. */
  async function anHour({ passHours, startStream }: Day) {
    const traffic = { minutes: 60, movesClock: false, smsPerDay: 4 };
    await startStream();
    await passHours(1);
    await emulator.advance({ ...traffic, iccids: fifth() });
    await flushed(day);
    await passHours(48);
    await synced(day);
    await passHours(1);
    const before = quotasOf(emulatorFile);
    await emulator.advance({ ...traffic, iccids: fifth() });
    await flushed(day);
    const calls = await made(day, () => synced(day));
    const after = quotasOf(emulatorFile);
    const moved = [...after].filter(([key, remaining]) => before.get(key) !== remaining).length;
    return { calls, moved };
  }

  function fifth(): string[] {
    return emulator
      .sims()
      .filter(({ status: now }, index) => now === "Enabled" && index % 5 === 0)
      .map(({ iccid }) => iccid);
  }
}

/** As often as it takes. */
async function synced(day: Day): Promise<void> {
  while ((await syncOnce(day)).length > 0);
}

/** Calls that count against the account, whatever came of them. */
async function made({ emulator }: Day, work: () => Promise<void>): Promise<number> {
  const count = () =>
    Object.entries(emulator.calls().operations)
      .filter(([operation]) => /\/sims|\/orders/.test(operation))
      .reduce((sum, [, { calls }]) => sum + calls, 0);
  const before = count();
  await work();
  return count() - before;
}

function quotasOf(file: string): Map<string, number> {
  const { quotas } = readTheirStore(file);
  return new Map(quotas.map(({ iccid, service, remaining }) => [`${iccid} ${service}`, remaining]));
}
