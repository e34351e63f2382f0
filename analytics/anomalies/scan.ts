import { quantile, robustScale } from "./order-statistics.ts";

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

const WINDOW_DAYS = [1, 2, 3, 4, 5, 6, 7, 10, 14, 18, 21] as const;
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
  const days = z.length;
  const isTaken = new Uint8Array(days);
  const isKnown = Uint8Array.from({ length: days }, (_, day) => (isUnknown(day) ? 0 : 1));
  const windows = WINDOW_DAYS.filter((w) => w <= days / 3).map((w) => ({
    w,
    scale: 1,
  }));
  const sums = prefixSums(z, isKnown);
  for (const window of windows) window.scale = Math.max(1, spreadOf(sums, window.w, days));
  const found: (Excursion & { z: number; w: number })[] = [];
  let accepted = 0;
  while (found.length < MOST_EXCURSIONS) {
    const top = strongest(sums, windows, isTaken, days);
    if (!top || Math.abs(top.z) < LEAST_Z) break;
    isTaken.fill(1, top.first, top.last + 1);
    const limit = limitOf(z, sums, top, isTaken, windows, options);
    const strength = Math.abs(top.z) / limit;
    found.push({ ...top, sign: top.z > 0 ? 1 : -1, strength });
    if (strength >= 1) accepted = found.length;
  }
  const standing = found
    .slice(0, accepted)
    .map((top): Excursion => {
      const limit = limitOf(z, sums, top, isTaken, windows, options);
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

interface Sums {
  readonly total: Float64Array;
  readonly known: Float64Array;
}

function prefixSums(z: Float64Array, isKnown: Uint8Array): Sums {
  const total = new Float64Array(z.length + 1);
  const known = new Float64Array(z.length + 1);
  for (let day = 0; day < z.length; day++) {
    const counts = isKnown[day] === 1;
    total[day + 1] = (total[day] ?? 0) + (counts ? (z[day] ?? 0) : 0);
    known[day + 1] = (known[day] ?? 0) + (counts ? 1 : 0);
  }
  return { total, known };
}

/** Sum of the window over the square root of its known days; NaN where under two thirds are known. */
function heightOf({ total, known }: Sums, first: number, w: number): number {
  const count = (known[first + w] ?? 0) - (known[first] ?? 0);
  if (count < (2 / 3) * w) return Number.NaN;
  return ((total[first + w] ?? 0) - (total[first] ?? 0)) / Math.sqrt(count);
}

/** Over 1 where days hang together, so that windows stray farther than independent days would. */
function spreadOf(sums: Sums, w: number, days: number): number {
  if (w === 1) return 1;
  const heights: number[] = [];
  for (let first = 0; first + w <= days; first++) {
    const height = heightOf(sums, first, w);
    if (Number.isFinite(height)) heights.push(height);
  }
  return heights.length > 0 ? robustScale(heights, 0) : 1;
}

interface Window {
  readonly w: number;
  readonly scale: number;
}
interface Top {
  readonly first: number;
  readonly last: number;
  readonly z: number;
  readonly w: number;
}

function strongest(
  sums: Sums,
  windows: readonly Window[],
  isTaken: Uint8Array,
  days: number,
): Top | null {
  let top: Top | null = null;
  let most = 0;
  for (const { w, scale } of windows) {
    let taken = 0;
    for (let day = 0; day < days; day++) {
      taken += isTaken[day] ?? 0;
      if (day >= w) taken -= isTaken[day - w] ?? 0;
      const first = day - w + 1;
      if (first < 0 || taken > 0) continue;
      const z = heightOf(sums, first, w) / scale;
      if (Math.abs(z) > most) {
        most = Math.abs(z);
        top = { first, last: day, z, w };
      }
    }
  }
  return top;
}

function limitOf(
  z: Float64Array,
  sums: Sums,
  top: Top,
  isTaken: Uint8Array,
  windows: readonly Window[],
  { oneWrongIn, clearOf, lowFactor }: ScanOptions,
): number {
  const sign = Math.sign(top.z);
  const factor = sign < 0 && top.w <= 2 ? lowFactor : 1;
  if (top.w === 1) {
    const left = z.map((value, day) =>
      isTaken[day] === 0 && sums.known[day + 1] !== sums.known[day] ? value * sign : Number.NaN,
    );
    return factor * Math.max(LEAST_SPIKE_Z, tailLimit(left, oneWrongIn));
  }
  const scale = windows.find(({ w }) => w === top.w)?.scale ?? 1;
  let most = 0;
  let taken = 0;
  for (let day = 0; day < z.length; day++) {
    taken += isTaken[day] ?? 0;
    if (day >= top.w) taken -= isTaken[day - top.w] ?? 0;
    if (day < top.w - 1 || taken > 0) continue;
    const height = (sign * heightOf(sums, day - top.w + 1, top.w)) / scale;
    if (height > most) most = height;
  }
  return factor * Math.max(LEAST_WINDOW_Z, clearOf * most);
}

/**
 * Where one series in `oneWrongIn` would have a day by chance, were the tail exponential. Few days leave
 * doubt, so a usual tail counts as some days more.
 */
function tailLimit(values: Float64Array, oneWrongIn: number): number {
  const start = Math.max(quantile(values, 1 - TAIL_SHARE), 0);
  let count = USUAL_TAIL_DAYS;
  let excess = USUAL_TAIL_DAYS * USUAL_TAIL_EXCESS;
  let most = 0;
  for (const value of values) {
    if (!(value > start)) continue;
    count++;
    excess += value - start;
    most = Math.max(most, value);
  }
  const limit = start + ((count * oneWrongIn) ** (1 / count) - 1) * excess;
  return most < LIGHT_TAIL_Z
    ? Math.min(limit, Math.max(LEAST_SPIKE_Z, CLEAR_OF_LIGHT * most))
    : limit;
}
