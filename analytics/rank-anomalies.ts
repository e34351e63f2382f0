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

/**
 * Orders anomalies by how odd their days are among the fleet's, over several features at once. The forest is
 * grown on windows of `fleet`, the days of as many devices as may be; `seed` decides which windows.
 */
export function rankAnomalies(
  found: readonly FoundIn[],
  fleet: readonly JudgedDays[],
  seed = 1,
): Ranked[] {
  if (found.length === 0) return [];
  const ordinary = fleet.flatMap((days, device) =>
    WINDOW_DAYS.flatMap((length, i) => {
      const places = Math.max(1, days.observed.length - length + 1);
      const first = (device * 31 + i * 47 + seed) % places;
      return featuresOf(days, first, first + length - 1);
    }),
  );
  const own = Float64Array.from(
    found.flatMap(({ anomaly, days }) => {
      const first = dayNumber(anomaly.day) - dayNumber(days.firstDay);
      return featuresOf(days, first, first + anomaly.days - 1);
    }),
  );
  const known = ordinary.length >= 2 * FEATURES ? Float64Array.from(ordinary) : own;
  if (known.length < 2 * FEATURES) return found.map(({ anomaly }) => ({ anomaly, oddness: 0.5 }));
  const scores = fitIsolationForest(known, FEATURES, { seed }).score(own);
  return found
    .map(({ anomaly }, i) => ({ anomaly, oddness: scores[i] ?? 0.5 }))
    .sort((a, b) => b.oddness - a.oddness);
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
