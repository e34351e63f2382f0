import { at, quantileOf, sortRange } from "../floats.ts";
import type { Scratch } from "../scratch.ts";

const REACH = 4;
/** In mean absolute deviations from the neighbours. */
const FAR = 5;

/**
 * Usage without its weekly profile, into `scratch.level`; lone outliers are drawn in. A day is compared with
 * the days around it, so a series that drifts keeps its drift, and two days that agree are no outliers.
 * Returns the spread of the days around their neighbours.
 */
export function levelOf(scratch: Scratch, days: number): number {
  const { history, profile, counts, level, ratios } = scratch;
  let last = 0;
  for (let i = 0; i < days; i++) {
    if (at(counts, i) > 0) last = at(history, i) / at(profile, i % 7);
    level[i] = last;
  }
  for (let i = 0; i < days; i++) {
    ratios[i] = medianAround(scratch, i, days);
    scratch.prefix[i] = Math.abs(at(level, i) - at(ratios, i));
  }
  for (let i = 0; i < days; i++) {
    scratch.sorted[i] = at(scratch.prefix, i);
    scratch.plain[i] = at(level, i);
  }
  sortRange(scratch.sorted, 0, days);
  let spread = 1.4826 * quantileOf(scratch.sorted, 0, days, 0.5);
  if (spread === 0) spread = meanOf(scratch.prefix, days);
  const most = FAR * spread;
  for (let i = 0; i < days; i++) {
    const away = at(level, i) - at(ratios, i);
    if (Math.abs(away) > most) level[i] = at(ratios, i) + Math.sign(away) * most * 0.5;
  }
  return spread;
}

function medianAround({ level, sorted }: Scratch, day: number, days: number): number {
  const from = Math.max(0, Math.min(day - REACH, days - 2 * REACH - 1));
  const to = Math.min(days, from + 2 * REACH + 1);
  for (let i = from; i < to; i++) sorted[i - from] = at(level, i);
  sortRange(sorted, 0, to - from);
  return at(sorted, (to - from - 1) >> 1);
}

function meanOf(values: Float64Array, days: number): number {
  let sum = 0;
  for (let i = 0; i < days; i++) sum += at(values, i);
  return days > 0 ? sum / days : 0;
}
