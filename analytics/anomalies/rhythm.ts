import type { Baseline } from "./baseline.ts";
import { LEARNING_DAYS } from "./learning.ts";

export interface LostRhythm {
  readonly first: number;
  readonly last: number;
  /** How much of the usual shape of the week is left: 1 all, 0 none. */
  readonly share: number;
  readonly strength: number;
}

const WEEK = 7;
const LEAST_LOST_DAYS = 18;
const LEAST_KNOWN_DAYS = 56;
/** The week's shape must be this large beside the day-to-day noise. */
const LEAST_SHAPE = 0.8;
const LOST_SHARE = 0.4;
const LEAST_Z = 5;

/**
 * The weeks in which the days of the week no longer differ as they did: the stretch that no shape at all fits
 * best beside the usual one, by least squares.
 */
export function findLostRhythm(
  { heights, level, weekday, scales }: Baseline,
  isUnknown: (day: number) => boolean,
  firstActive: number,
): LostRhythm | null {
  const days = heights.length;
  const size = Math.sqrt(weekday.reduce((sum, height) => sum + height ** 2, 0) / WEEK);
  const noise = scales.reduce((sum, scale) => sum + scale, 0) / WEEK;
  const from = firstActive + LEARNING_DAYS;
  if (size < LEAST_SHAPE * noise || days - from < LEAST_KNOWN_DAYS) return null;
  const centre = weekday.reduce((sum, height) => sum + height, 0) / WEEK;
  const shapeOf = (day: number) => (weekday[day % WEEK] ?? 0) - centre;
  const offOf = (day: number) => {
    const most = Math.abs(shapeOf(day)) + 3 * noise;
    const off = (heights[day] ?? 0) - (level[day] ?? 0) - centre;
    return Math.max(-most, Math.min(most, off));
  };
  const { first, last } = bestStretch(from, days, (day) =>
    isUnknown(day) ? 0 : shapeOf(day) ** 2 - 2 * shapeOf(day) * offOf(day),
  );
  if (last - first + 1 < LEAST_LOST_DAYS) return null;
  let both = 0;
  let own = 0;
  for (let day = first; day <= last; day++) {
    if (isUnknown(day)) continue;
    both += shapeOf(day) * offOf(day);
    own += shapeOf(day) ** 2;
  }
  const share = both / own;
  const strength = ((1 - share) * Math.sqrt(own)) / noise / LEAST_Z;
  return share < LOST_SHARE && strength >= 1 ? { first, last, share, strength } : null;
}

/** The stretch of days whose gains have the largest sum (Kadane). */
function bestStretch(from: number, to: number, gain: (day: number) => number) {
  let best = { first: from, last: from - 1, sum: 0 };
  let first = from;
  let sum = 0;
  for (let day = from; day < to; day++) {
    if (sum <= 0) {
      sum = 0;
      first = day;
    }
    sum += gain(day);
    if (sum > best.sum) best = { first, last: day, sum };
  }
  return best;
}
