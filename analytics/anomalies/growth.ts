import { Sample } from "./order-statistics.ts";

/** Weeks in which a device grows, or shrinks, as it never did. */
export interface Growth {
  readonly first: number;
  readonly last: number;
  /** Difference of the levels at its ends, in heights. */
  readonly rise: number;
  readonly strength: number;
}

const WEEK = 7;
const SPAN_WEEKS = 3;
const LEAST_RISE = 0.48;
const LEAST_RISE_IN_SCALES = 2.5;
/** The rise must exceed every other one of the series, of as many weeks, by this factor. */
const CLEAR_OF = 1.9;
/** No single week may bring more of it than this: that would be a step. */
const MOST_AT_ONCE = 0.65;
const LEARNING_WEEKS = 5;
/** A device that was just installed grows anyhow. */
const KNOWN_FROM_WEEK = 3;

const sample = new Sample();

/** `heights` are free of the week's shape; NaN where a day does not count. */
export function findGrowth(
  heights: Float64Array,
  scale: number,
  firstActive: number,
  shiftDays: readonly number[],
): Growth | null {
  // Weeks are counted from the end, so that the newest is whole.
  const weeks = Math.floor((heights.length - firstActive) / WEEK);
  const offset = heights.length - weeks * WEEK;
  const levels = Array.from({ length: weeks }, (_, week) => {
    const first = offset + week * WEEK;
    sample.clear();
    for (let day = first; day < first + WEEK; day++) sample.add(heights[day] as number);
    return sample.length >= 3 ? sample.median() : Number.NaN;
  });
  const rises = levels.map((level, week) => (levels[week + SPAN_WEEKS] ?? Number.NaN) - level);
  const hasShift = rises.map((_, week) => {
    const from = offset + week * WEEK;
    return shiftDays.some((day) => day >= from && day < from + (SPAN_WEEKS + 1) * WEEK);
  });
  const least = Math.max(LEAST_RISE, LEAST_RISE_IN_SCALES * scale);
  let best: Growth | null = null;
  for (let week = LEARNING_WEEKS; week + SPAN_WEEKS < weeks; week++) {
    const rise = rises[week] ?? Number.NaN;
    if (!(Math.abs(rise) >= least) || !isGradual(levels, week, rise)) continue;
    if (hasShift[week]) continue;
    const others = rises.filter(
      (other, i) =>
        i >= KNOWN_FROM_WEEK &&
        Math.abs(i - week) > SPAN_WEEKS &&
        !hasShift[i] &&
        !Number.isNaN(other),
    );
    const most = Math.max(LEAST_RISE / CLEAR_OF, ...others.map(Math.abs));
    const strength = Math.abs(rise) / (CLEAR_OF * most);
    if (strength < 1) continue;
    if (best && Math.abs(best.rise) >= Math.abs(rise)) continue;
    const first = offset + (week + 1) * WEEK;
    best = { first, last: Math.min(heights.length, first + SPAN_WEEKS * WEEK) - 1, rise, strength };
  }
  return best;
}

function isGradual(levels: readonly number[], week: number, rise: number): boolean {
  let along = 0;
  for (let i = 1; i <= SPAN_WEEKS; i++) {
    const step = ((levels[week + i] ?? Number.NaN) - (levels[week + i - 1] ?? Number.NaN)) / rise;
    if (!(step <= MOST_AT_ONCE)) return false;
    if (step > 0) along++;
  }
  return along >= SPAN_WEEKS - 1;
}
