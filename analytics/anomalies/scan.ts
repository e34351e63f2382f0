import { Sample } from "./order-statistics.ts";
import { type WindowHeights, windowHeights } from "./window-heights.ts";

/** Days in a row that together lie off what was expected, in the series' own measure. */
export interface Excursion {
  readonly first: number;
  readonly last: number;
  /** 1 above what was expected, -1 below. */
  readonly sign: 1 | -1;
  /** How far off, in units of what this series does by chance: 1 is where it becomes an anomaly. */
  readonly strength: number;
}

export interface ScanOptions {
  /** Of how many series like this one, one may be reported wrongly. */
  readonly oneWrongIn: number;
  /** Windows of several days must exceed every other one of the series by this factor. */
  readonly clearOf: number;
  /** A day or two too low must be this much farther off than too high: quiet days have many causes. */
  readonly lowFactor: number;
}

const MOST_EXCURSIONS = 10;
/** Below this nothing is looked at. */
const LEAST_Z = 3.3;
const LEAST_WINDOW_Z = 4.3;
const LEAST_SPIKE_Z = 4.4;
const LIGHT_TAIL_Z = 3;
const CLEAR_OF_LIGHT = 1.6;
const TAIL_SHARE = 0.1;
const USUAL_TAIL_DAYS = 6;
const USUAL_TAIL_EXCESS = 0.5;

/**
 * Takes away the window that is farthest off, again and again, and then asks from the last to the first
 * whether it stands out of the days that are left: the generalised ESD test (Rosner 1983) with windows for
 * points. What "stands out" means is read off the series' own tail, as in peaks over threshold (Siffer et al.
 * 2017, "SPOT"): a device with wild days needs a wilder one.
 */
export function scan(
  z: Float64Array,
  isUnknown: (day: number) => boolean,
  options: ScanOptions,
): Excursion[] {
  const windows = windowHeights(z, isUnknown);
  const isTaken = new Uint8Array(z.length);
  let left = farOnes(windows);
  const found: (Excursion & Top)[] = [];
  let accepted = 0;
  while (found.length < MOST_EXCURSIONS) {
    const top = strongest(left);
    if (!top) break;
    isTaken.fill(1, top.first, top.last + 1);
    left = left.filter(({ first, last }) => last < top.first || first > top.last);
    const limit = limitOf(z, windows, top, isTaken, options);
    const strength = Math.abs(top.z) / limit;
    found.push({ ...top, sign: top.z > 0 ? 1 : -1, strength });
    if (strength >= 1) accepted = found.length;
  }
  const standing = found
    .slice(0, accepted)
    .map((top): Excursion => {
      const limit = limitOf(z, windows, top, isTaken, options);
      const { first, last, sign } = top;
      return { first, last, sign, strength: Math.abs(top.z) / limit };
    })
    .filter(({ strength }) => strength >= 1);
  return joined(standing);
}

const NEAR_DAYS = 2;

/** Neighbours on the same side are one excursion. */
function joined(excursions: readonly Excursion[]): Excursion[] {
  const result: Excursion[] = [];
  for (const each of excursions.toSorted((a, b) => a.first - b.first)) {
    const before = result.at(-1);
    if (before && before.sign === each.sign && each.first - before.last <= NEAR_DAYS) {
      const strength = Math.max(before.strength, each.strength);
      result[result.length - 1] = { ...before, last: each.last, strength };
    } else result.push(each);
  }
  return result;
}

interface Top {
  readonly first: number;
  readonly last: number;
  readonly z: number;
  /** Which of the lengths it has. */
  readonly row: number;
}

/** Windows that are worth a look, shortest first. */
function farOnes({ days, lengths, heights }: WindowHeights): Top[] {
  const far: Top[] = [];
  lengths.forEach((length, row) => {
    for (let last = length - 1; last < days; last++) {
      const z = heights[row * days + last] as number;
      if (z >= LEAST_Z || z <= -LEAST_Z) far.push({ first: last - length + 1, last, z, row });
    }
  });
  return far;
}

function strongest(windows: readonly Top[]): Top | null {
  let top: Top | null = null;
  for (const each of windows) if (top === null || Math.abs(each.z) > Math.abs(top.z)) top = each;
  return top;
}

function limitOf(
  z: Float64Array,
  { days, lengths, heights, isKnown }: WindowHeights,
  top: Top,
  isTaken: Uint8Array,
  { oneWrongIn, clearOf, lowFactor }: ScanOptions,
): number {
  const sign = Math.sign(top.z);
  const length = lengths[top.row] as number;
  const factor = sign < 0 && length <= 2 ? lowFactor : 1;
  if (length === 1) {
    const isLeft = (day: number) => isTaken[day] === 0 && isKnown[day] === 1;
    return factor * Math.max(LEAST_SPIKE_Z, tailLimit(z, sign, isLeft, oneWrongIn));
  }
  let most = 0;
  let taken = 0;
  for (let day = 0; day < days; day++) {
    taken += isTaken[day] as number;
    if (day >= length) taken -= isTaken[day - length] as number;
    if (day < length - 1 || taken > 0) continue;
    const height = sign * (heights[top.row * days + day] as number);
    if (height > most) most = height;
  }
  return factor * Math.max(LEAST_WINDOW_Z, clearOf * most);
}

const sample = new Sample();

/**
 * Where one series in `oneWrongIn` would have a day by chance, were the tail exponential. Few days leave
 * doubt, so a usual tail counts as some days more.
 */
function tailLimit(
  z: Float64Array,
  sign: number,
  isLeft: (day: number) => boolean,
  oneWrongIn: number,
): number {
  sample.clear();
  for (let day = 0; day < z.length; day++) if (isLeft(day)) sample.add(sign * (z[day] as number));
  const start = Math.max(sample.quantile(1 - TAIL_SHARE), 0);
  let count = USUAL_TAIL_DAYS;
  let excess = USUAL_TAIL_DAYS * USUAL_TAIL_EXCESS;
  let most = 0;
  for (let day = 0; day < z.length; day++) {
    const value = sign * (z[day] as number);
    if (!(value > start) || !isLeft(day)) continue;
    count++;
    excess += value - start;
    most = Math.max(most, value);
  }
  const limit = start + ((count * oneWrongIn) ** (1 / count) - 1) * excess;
  return most < LIGHT_TAIL_Z
    ? Math.min(limit, Math.max(LEAST_SPIKE_Z, CLEAR_OF_LIGHT * most))
    : limit;
}
