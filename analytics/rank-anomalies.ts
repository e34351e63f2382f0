import type { Anomaly, JudgedDays } from "./anomalies/types.ts";
import { dayNumber } from "./calendar.ts";
import { fitIsolationForest } from "./isolation-forest.ts";

export interface FoundIn {
  readonly anomaly: Anomaly;
  readonly days: JudgedDays;
}

export interface Ranked {
  readonly anomaly: Anomaly;
  /** The forest's score: how odd these days are among those of the whole fleet. */
  readonly oddness: number;
}

/** Of each device a window of each length stands for ordinary days. */
const WINDOW_DAYS = [1, 3, 7, 14] as const;
const FEATURES = 6;
/** As odd as anything: nothing to compare with. */
const UNKNOWN = 0.5;

/** Windows of ordinary days, on which a forest is grown; `seed` decides which. */
export function ordinaryWindows(fleet: readonly JudgedDays[], seed = 1): Float64Array {
  return Float64Array.from(
    fleet.flatMap((days, device) =>
      WINDOW_DAYS.flatMap((length, i) => {
        const places = Math.max(1, days.observed.length - length + 1);
        const first = (device * 31 + i * 47 + seed) % places;
        return featuresOf(days, first, first + length - 1);
      }),
    ),
  );
}

/** How odd anomalies are among the days of a fleet, from the windows that `ordinaryWindows` gave. */
export function oddnessAmong(
  windows: Float64Array,
  seed = 1,
): (found: readonly FoundIn[]) => Float64Array {
  if (windows.length < 2 * FEATURES) return (found) => new Float64Array(found.length).fill(UNKNOWN);
  const forest = fitIsolationForest(windows, FEATURES, { seed });
  return (found) => forest.score(rowsOf(found));
}

/**
 * Orders anomalies by how odd their days are among the fleet's, over several features at once. The forest is
 * grown on windows of `fleet`, the days of as many devices as may be.
 */
export function rankAnomalies(
  found: readonly FoundIn[],
  fleet: readonly JudgedDays[],
  seed = 1,
): Ranked[] {
  const windows = ordinaryWindows(fleet, seed);
  const known = windows.length >= 2 * FEATURES ? windows : rowsOf(found);
  const scores = oddnessAmong(known, seed)(found);
  return found
    .map(({ anomaly }, i) => ({ anomaly, oddness: scores[i] ?? UNKNOWN }))
    .sort((a, b) => b.oddness - a.oddness);
}

function rowsOf(found: readonly FoundIn[]): Float64Array {
  return Float64Array.from(
    found.flatMap(({ anomaly, days }) => {
      const first = dayNumber(anomaly.day) - dayNumber(days.firstDay);
      return featuresOf(days, first, first + anomaly.days - 1);
    }),
  );
}

/** How far off in all, at the most and at the least, how many times as much, how much more, and for how long. */
function featuresOf({ observed, expected, deviations }: JudgedDays, first: number, last: number) {
  let seen = 0;
  let usual = 0;
  let sum = 0;
  let most = 0;
  let least = Number.POSITIVE_INFINITY;
  let known = 0;
  for (let day = Math.max(0, first); day <= last && day < observed.length; day++) {
    const deviation = deviations[day] ?? Number.NaN;
    if (Number.isNaN(observed[day] ?? Number.NaN) || Number.isNaN(deviation)) continue;
    seen += observed[day] ?? 0;
    usual += expected[day] ?? 0;
    sum += deviation;
    most = Math.max(most, Math.abs(deviation));
    least = Math.min(least, Math.abs(deviation));
    known++;
  }
  if (known === 0) return [0, 0, 0, 0, 0, 0];
  const floor = Math.max(usual, seen) / 1000;
  return [
    sum / Math.sqrt(known),
    most,
    least,
    floor > 0 ? Math.log((seen + floor) / (usual + floor)) : 0,
    Math.sign(seen - usual) * Math.log1p(Math.abs(seen - usual)),
    Math.log(last - first + 1),
  ];
}
