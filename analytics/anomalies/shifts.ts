import { quantile } from "./order-statistics.ts";
import { SortedWindow } from "./sorted-window.ts";

/** The day from which a device lives at another level. */
export interface Shift {
  readonly day: number;
  /** Difference of the levels, in heights (natural logarithms for usual volumes). */
  readonly step: number;
}

/** A level that held this long is the new normal; a shorter one is an excursion. */
export const NEW_NORMAL_DAYS = 22;
const BLOCK_DAYS = 28;
const LEAST_BLOCK_DAYS = 14;
const LEAST_KNOWN_DAYS = 7;
const LEAST_STEP = 0.33;
const LEAST_STEP_IN_SCALES = 1.4;
/** How much likelier a step must be than a straight line, as a difference of log-likelihoods. */
const LEAST_EVIDENCE = 5;
const HELD_SHARE = 0.2;
const STRAY_SHARE = 0.3;
const LEAST_NOISE = 0.05;
const MOST_SHIFTS = 4;

/**
 * Level shifts by binary segmentation. A shift is a step between the medians of four weeks on either side,
 * so that an excursion of under three weeks is none, and it must tell the days better than a trend would.
 * `heights` are free of the week's shape; NaN where a day does not count.
 */
export function findShifts(heights: Float64Array, scale: number): Shift[] {
  const shifts: Shift[] = [];
  const segments: [number, number][] = [[0, heights.length]];
  for (
    let segment = segments.pop();
    segment && shifts.length < MOST_SHIFTS;
    segment = segments.pop()
  ) {
    const shift = sharpest(heights, scale, ...segment);
    if (!shift) continue;
    shifts.push(shift);
    segments.push([segment[0], shift.day], [shift.day, segment[1]]);
  }
  return shifts.sort((a, b) => a.day - b.day);
}

function sharpest(heights: Float64Array, scale: number, from: number, to: number): Shift | null {
  const before = mediansBefore(heights, from, to);
  const after = mediansBefore(heights.slice(from, to).reverse(), 0, to - from);
  const least = Math.max(LEAST_STEP, LEAST_STEP_IN_SCALES * scale);
  const steps = new Float64Array(to - from);
  const evidence = new Float64Array(to - from);
  for (let day = from + LEAST_BLOCK_DAYS; day <= to - LEAST_BLOCK_DAYS; day++) {
    const low = before[day - from] ?? Number.NaN;
    const high = after[to - day] ?? Number.NaN;
    if (!(Math.abs(high - low) >= least / 2)) continue;
    steps[day - from] = high - low;
    evidence[day - from] = evidenceOfStep(heights, day, from, to, low, high, scale);
  }
  for (;;) {
    const at = evidence.reduce((best, each, i) => (each > (evidence[best] ?? 0) ? i : best), 0);
    if ((evidence[at] ?? 0) < LEAST_EVIDENCE) return null;
    const day = from + at;
    const step = steps[at] ?? 0;
    const isLong = day >= from + NEW_NORMAL_DAYS && day <= to - NEW_NORMAL_DAYS;
    if (isLong && Math.abs(step) >= least && holds(heights, day, from, to, step)) {
      return { day, step };
    }
    evidence.fill(0, Math.max(0, at - LEAST_BLOCK_DAYS), at + LEAST_BLOCK_DAYS + 1);
  }
}

/** For each day the median of up to four weeks before it, not reaching over `from`; NaN where few are known. */
function mediansBefore(heights: Float64Array, from: number, to: number): Float64Array {
  const medians = new Float64Array(to - from + 1).fill(Number.NaN);
  const window = new SortedWindow(BLOCK_DAYS + 1);
  for (let day = from; day <= to; day++) {
    if (window.length >= LEAST_KNOWN_DAYS) medians[day - from] = window.median();
    const entering = heights[day] ?? Number.NaN;
    const leaving =
      day - BLOCK_DAYS >= from ? (heights[day - BLOCK_DAYS] ?? Number.NaN) : Number.NaN;
    if (!Number.isNaN(leaving)) window.remove(leaving);
    if (day < to && !Number.isNaN(entering)) window.add(entering);
  }
  return medians;
}

/** Also the days farther from the step are on its sides: what comes back within three weeks is no shift. */
function holds(
  heights: Float64Array,
  day: number,
  from: number,
  to: number,
  step: number,
): boolean {
  const start = Math.max(from, day - BLOCK_DAYS);
  const end = Math.min(to, day + BLOCK_DAYS);
  const early = heights.subarray(start, Math.round((start + day) / 2));
  const late = heights.subarray(Math.round((day + end) / 2), end);
  const gap =
    step > 0
      ? quantile(late, STRAY_SHARE) - quantile(early, 1 - STRAY_SHARE)
      : quantile(late, 1 - STRAY_SHARE) - quantile(early, STRAY_SHARE);
  return gap / step > HELD_SHARE;
}

/** Of the days around, how much better two levels fit than one line does; single odd days count little. */
function evidenceOfStep(
  heights: Float64Array,
  day: number,
  from: number,
  to: number,
  low: number,
  high: number,
  scale: number,
): number {
  const most = 3 * Math.max(scale, LEAST_NOISE);
  const start = Math.max(from, day - BLOCK_DAYS);
  const end = Math.min(to, day + BLOCK_DAYS);
  let count = 0;
  let around = 0;
  let sumX = 0;
  let sumXX = 0;
  let sumY = 0;
  let sumXY = 0;
  let sumYY = 0;
  for (let at = start; at < end; at++) {
    const height = heights[at] ?? Number.NaN;
    if (Number.isNaN(height)) continue;
    const level = at < day ? low : high;
    const off = Math.max(-most, Math.min(most, height - level));
    const y = level + off;
    const x = at - day;
    count++;
    around += off ** 2;
    sumX += x;
    sumXX += x * x;
    sumY += y;
    sumXY += x * y;
    sumYY += y * y;
  }
  const spread = sumXX - sumX ** 2 / count;
  const slope = (sumXY - (sumX * sumY) / count) / spread;
  const aroundLine = Math.max(0, sumYY - sumY ** 2 / count - slope ** 2 * spread);
  return (count / 2) * Math.log(aroundLine / Math.max(around, 1e-9));
}
