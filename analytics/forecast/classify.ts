import { at, sortRange } from "./floats.ts";

/**
 * `regular`: use on most days, or on the same weekdays. `intermittent`: many days without use. `bursty`: few days
 * carry much of the volume. `silent`: was never used, or stopped for longer than its own pauses explain.
 */
export type SimClass = "regular" | "intermittent" | "bursty" | "silent";
export const SIM_CLASSES: readonly SimClass[] = ["regular", "intermittent", "bursty", "silent"];

const RECENT_DAYS = 120;
const LEAST_SILENT_DAYS = 21;

export function classify(history: Float64Array, days: number, sorted: Float64Array): SimClass {
  if (isSilent(history, days)) return "silent";
  const from = Math.max(0, days - RECENT_DAYS);
  if (unexplainedZeros(history, from, days) > 0.2) return "intermittent";
  return isBursty(history, from, days, sorted) ? "bursty" : "regular";
}

function isSilent(history: Float64Array, days: number): boolean {
  let last = days - 1;
  while (last >= 0 && at(history, last) === 0) last--;
  const quietDays = days - 1 - last;
  if (last < 0) return true;
  if (quietDays < LEAST_SILENT_DAYS) return false;
  let active = 0;
  let longest = 0;
  let pause = 0;
  for (let i = 0; i <= last; i++) {
    pause = at(history, i) > 0 ? 0 : pause + 1;
    longest = Math.max(longest, pause);
    if (pause === 0) active++;
  }
  const chance = Math.min(0.98, active / (last + 1));
  return (1 - chance) ** quietDays < 0.005 && quietDays > 1.5 * longest;
}

/** The share of days without use, leaving out weekdays on which the device is always off. */
function unexplainedZeros(history: Float64Array, from: number, days: number): number {
  let zeros = 0;
  let seen = 0;
  for (let weekday = 0; weekday < 7; weekday++) {
    let count = 0;
    let off = 0;
    for (let i = from + weekday; i < days; i += 7) {
      count++;
      if (at(history, i) === 0) off++;
    }
    if (count >= 3 && off >= 0.88 * count) continue;
    zeros += off;
    seen += count;
  }
  const offShare = 1 - seen / Math.max(1, days - from);
  // Off on most weekdays is sparse use, not a working week.
  if (seen === 0 || offShare > 0.6) return 1;
  return zeros / seen;
}

/** Do days far above their month carry much of the volume? */
function isBursty(
  history: Float64Array,
  from: number,
  days: number,
  sorted: Float64Array,
): boolean {
  let high = 0;
  let highDays = 0;
  let total = 0;
  for (let start = from; start < days; start += 28) {
    const block = Math.max(from, Math.min(start, days - 28));
    const end = Math.min(days, block + 28);
    for (let i = block; i < end; i++) sorted[i - block] = at(history, i);
    const count = end - block;
    sortRange(sorted, 0, count);
    const usual = at(sorted, Math.floor(0.6 * count));
    for (let i = 0; i < count; i++) {
      total += at(sorted, i);
      if (at(sorted, i) <= 3 * usual) continue;
      high += at(sorted, i) - usual;
      highDays++;
    }
  }
  // One wild day is an outlier, no way of using data.
  return highDays >= 3 && high > 0.25 * total;
}

/**
 * The day on which the present use began: after the last pause that the days since then do not explain, such as
 * the time before a device was first used. 0 where there was none, or fewer than `least` days since.
 */
export function presentStart(history: Float64Array, days: number, least: number): number {
  let active = 0;
  let pause = 0;
  let first = days;
  for (let i = days - 1; i >= 0; i--) {
    if (at(history, i) === 0) {
      pause++;
      continue;
    }
    if (isUnexplained(pause, active, days - first) && days - first >= least) return first;
    active++;
    pause = 0;
    first = i;
  }
  return isUnexplained(pause, active, days - first) && days - first >= least ? first : 0;
}

function isUnexplained(pause: number, active: number, since: number): boolean {
  return pause >= 14 && active > 0 && (1 - Math.min(0.98, active / since)) ** pause < 0.001;
}
