// A day of a fleet at the emulated 1NCE, on a database of this file's own.
import { afterAll, beforeAll, expect, it } from "vitest";
import { overrideConfig } from "#core/config.ts";
import { ownDatabase } from "#db/testing/own-database.ts";
import { mismatches } from "./testing/day/compare.ts";
import { type Day, startDay } from "./testing/day/day.ts";
import { countDifferences } from "./testing/day/decide-differences.ts";
import { compareEffects } from "./testing/day/effects.ts";
import { endDay, livePart, PARTS, syncFirst, tidyUp } from "./testing/day/live-a-day.ts";

const SIMS = 300;
const { dataDir, settings } = ownDatabase();

let day: Day;
beforeAll(async () => {
  const setNow = (now: Date) => overrideConfig({ ...settings, SIMON_NOW: now.toISOString() });
  day = await startDay({ sims: SIMS, dataDir, setNow });
});
afterAll(() => day.stop());

it("after a day of traffic, changes and faults at both ends the mirror equals the provider, and what was approved was done once", async () => {
  await syncFirst(day);
  expect(await mismatches(day)).toEqual([]);
  for (let part = 0; part < PARTS; part++) await livePart(day, part);
  expect(day.emulator.calls().total.faults).toBeGreaterThan(100);
  await endDay(day);
  expect(await mismatches(day)).toEqual([]);
  expect(await tidyUp(day)).toBeGreaterThan(0);
  expect(await mismatches(day)).toEqual([]);
  expect(await countDifferences(day)).toBe(0);
  const { wrong, done } = await compareEffects(day);
  expect(wrong).toEqual([]);
  expect(done).toBeGreaterThan(100);
}, 180_000);
