import { median } from "./order-statistics.ts";
import { type Run, runsOf } from "./runs.ts";

/** What can be said of a series before anything is fitted to it. */
export interface SeriesShape {
  /** Median volume of a day with traffic. */
  readonly typical: number;
  /** First day with traffic: before it the device was not in use. */
  readonly firstActive: number;
  readonly isQuiet: (day: number) => boolean;
  readonly isRestDay: Uint8Array;
  /** Days in a row without traffic; days of rest do not count. */
  readonly quietRuns: readonly Run[];
  /** Share of days without traffic, long runs and days of rest left out. */
  readonly quietShare: number;
  readonly activeDays: number;
}

const WEEK = 7;
/** A day with less than this share of the typical volume is a day without traffic. */
const QUIET_SHARE = 0.002;
/** On a day of rest a device has less than this share. */
const REST_VOLUME_SHARE = 0.04;
const LONG_RUN_DAYS = 6;
const REST_SHARE = 0.7;
const BUSY_SHARE = 0.35;
const LEAST_WEEKS = 3;

export function shapeOf(values: Float64Array): SeriesShape {
  const days = values.length;
  const active = values.filter((value) => value > 0);
  const typical = median(active);
  const isQuiet = (day: number) => (values[day] ?? Number.NaN) <= QUIET_SHARE * typical;
  const isActive = (day: number) => (values[day] ?? Number.NaN) > QUIET_SHARE * typical;
  let firstActive = 0;
  while (firstActive < days && !isActive(firstActive)) firstActive++;
  const inLife = (day: number) => day >= firstActive && isQuiet(day);
  const rawRuns = runsOf(days, inLife);
  const isLong = new Uint8Array(days);
  for (const run of rawRuns) {
    if (run.days >= LONG_RUN_DAYS) isLong.fill(1, run.first, run.last + 1);
  }
  const counts = (day: number) =>
    day >= firstActive && isLong[day] === 0 && !Number.isNaN(values[day]);
  const isLow = (day: number) => (values[day] ?? Number.NaN) <= REST_VOLUME_SHARE * typical;
  const isRestDay = restDays(days, counts, isLow);
  const isRest = (day: number) => isRestDay[day % WEEK] === 1;
  let quiet = 0;
  let counted = 0;
  for (let day = firstActive; day < days; day++) {
    if (!counts(day) || isRest(day)) continue;
    counted++;
    if (isQuiet(day)) quiet++;
  }
  return {
    typical,
    firstActive,
    isQuiet,
    isRestDay,
    quietRuns: runsOf(days, inLife, (day) => isRest(day) || Number.isNaN(values[day])),
    quietShare: counted > 0 ? quiet / counted : 1,
    activeDays: active.length,
  };
}

/** Days of the week on which the device nearly never talks, where it does on the others. */
function restDays(
  days: number,
  counts: (day: number) => boolean,
  isQuiet: (day: number) => boolean,
): Uint8Array {
  const all = new Float64Array(WEEK);
  const quiet = new Float64Array(WEEK);
  for (let day = 0; day < days; day++) {
    if (!counts(day)) continue;
    const d = day % WEEK;
    all[d] = (all[d] ?? 0) + 1;
    if (isQuiet(day)) quiet[d] = (quiet[d] ?? 0) + 1;
  }
  const share = all.map((count, d) => (count >= LEAST_WEEKS ? (quiet[d] ?? 0) / count : 0.5));
  const rests = Uint8Array.from(share, (each) => (each >= REST_SHARE ? 1 : 0));
  const isClear = share.every((each, d) => rests[d] === 1 || each <= BUSY_SHARE);
  return isClear ? rests : new Uint8Array(WEEK);
}
