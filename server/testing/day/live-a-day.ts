import { setTimeout as sleep } from "node:timers/promises";
import { asActor } from "#db/guard.ts";
import { listJobs } from "#domain/jobs/list-jobs.ts";
import { runNow } from "#domain/jobs/run-now.ts";
import { syncOrganization } from "#domain/sync/sync-organization.ts";
import type { Day } from "./day.ts";
import { decideDifferences } from "./decide-differences.ts";
import { syncAndDie } from "./kill-sync.ts";
import { changeHere, loadNames } from "./our-changes.ts";
import { changeThere } from "./their-changes.ts";
import { setWeather, WEATHER } from "./weather.ts";

export const PARTS = WEATHER.length;
const PART_HOURS = 9;
/** In this part of the day the sync is killed in the middle. */
const KILLED_IN = 2;
const KILLED_AFTER_CALLS = 25;
const TRAFFIC = { movesClock: false, smsPerDay: 2 };
const NEVER = new AbortController().signal;
const LOOK_MS = 25;

/** The first sync, by the job that an owner starts, of SIMs that have used something before. */
export async function syncFirst({ owner, startStream }: Day): Promise<void> {
  await runNow(owner, "sync");
  for (let isDone = false; !isDone; await sleep(LOOK_MS)) {
    const { runs } = await listJobs(owner);
    const failed = runs.find(({ state }) => state === "failed");
    if (failed) throw new Error(`The first sync failed: ${failed.outcome}`);
    isDone = runs.every(({ state }) => state === "done");
  }
  await startStream();
}

/** A part of the day: traffic, changes at both ends and a sync, all at once and in its weather. */
export async function livePart(day: Day, part: number): Promise<void> {
  const { emulator, door, passHours } = day;
  await passHours(PART_HOURS);
  const weather = WEATHER[part];
  setWeather(emulator, weather);
  if (weather?.isDoorShut) await door.goAway();
  await Promise.all([
    emulator.advance({ ...TRAFFIC, minutes: PART_HOURS * 60, iccids: inTraffic(day, part) }),
    changeHere(day, part),
    part === KILLED_IN ? syncAndDie(day, KILLED_AFTER_CALLS) : syncOnce(day),
    sleep(0).then(() => changeThere(day, part)),
  ]);
  if (weather?.isDoorShut) await door.comeBack();
  await loadNames(day, part);
  await changesDone(day);
}

/** Faults off: what is under way comes to its end, and one sync follows. */
export async function endDay(day: Day): Promise<void> {
  const { emulator, passHours } = day;
  setWeather(emulator);
  emulator.settle();
  await flushed(day);
  await passHours(PART_HOURS);
  await syncSafely(day);
}

/** The differences that were left for a person are decided, and it is looked whether that has helped. */
export async function tidyUp(day: Day): Promise<number> {
  const decided = await decideDifferences(day);
  await changesDone(day);
  await syncSafely(day);
  return decided;
}

async function syncSafely(day: Day): Promise<void> {
  const failed = await syncOnce(day);
  if (failed.length > 0) throw new Error(`A sync without faults failed: ${failed.join(" ")}`);
}

/** A job may be at it, as after a top-up: then once more after that. @returns why something could not be read. */
export async function syncOnce({ system, provider, retryMs }: Day): Promise<string[]> {
  const kinds = ["list", "quota", "usage"] as const;
  for (;;) {
    const turn = await syncOrganization(system, provider, { kinds, signal: NEVER, retryMs });
    if (turn.isBusy) await sleep(LOOK_MS);
    else if (!turn.isLeft) return Object.values(turn.failed);
  }
}

export async function changesDone({ owner }: Day): Promise<void> {
  for (;;) {
    const running = await asActor(
      owner,
      (sql) => sql`select 1 from store.change_sets where state = 'running' limit 1`,
    );
    if (running.length === 0) return;
    await sleep(LOOK_MS);
  }
}

export async function flushed({ emulator }: Day): Promise<void> {
  while (!(await emulator.flushStreams())) await sleep(LOOK_MS);
}

/** A fifth of the devices that are on, others each time. */
function inTraffic({ emulator }: Day, part: number): string[] {
  return emulator
    .sims()
    .filter(({ status }, index) => status === "Enabled" && index % 5 === part % 5)
    .map(({ iccid }) => iccid);
}
