import { median, Sample } from "./order-statistics.ts";
import { runningLevel } from "./running-level.ts";

/**
 * What a device's day is expected to be: a level that follows the weeks, times a shape of the week.
 * It is fitted to `asinh(volume / unit)`, which is a logarithm for usual volumes and stays finite at zero.
 */
export interface Baseline {
  readonly unit: number;
  /** `asinh(volume / unit)`; NaN where the volume is unknown. */
  readonly heights: Float64Array;
  readonly level: Float64Array;
  readonly weekday: Float64Array;
  /** `heights` less what was expected. */
  readonly residuals: Float64Array;
  /** The usual size of a residual on each day of the week. */
  readonly scales: Float64Array;
}

const UNIT_OF_TYPICAL = 0.1;
const WEEK = 7;
/** A device's day is never taken to be better known than to 3 %. */
const LEAST_SCALE = 0.03;
const LEAST_DAYS_OF_WEEKDAY = 5;

/** What is the same for each fit to a device's days. */
export interface Heights {
  readonly unit: number;
  readonly heights: Float64Array;
  /** Days of the week on which the device rests; day 0 of the series is day 0 here. */
  readonly isRestDay: Uint8Array;
}

export function heightsOf(values: Float64Array, typical: number, isRestDay: Uint8Array): Heights {
  const unit = typical * UNIT_OF_TYPICAL;
  const heights = new Float64Array(values.length);
  for (let day = 0; day < values.length; day++) {
    heights[day] = Math.asinh((values[day] as number) / unit);
  }
  return { unit, heights, isRestDay };
}

const sample = new Sample();

/**
 * @param isMasked Days that tell nothing of normal behaviour.
 * @param shifts First days of new levels: no window looks across one.
 */
export function fitBaseline(
  { unit, heights, isRestDay }: Heights,
  isMasked: Uint8Array,
  shifts: readonly number[],
): Baseline {
  const days = heights.length;
  const isUsed = new Uint8Array(days);
  for (let day = 0; day < days; day++) {
    isUsed[day] = isMasked[day] === 0 && isRestDay[day % WEEK] === 0 ? 1 : 0;
  }
  const weekday = firstShape(heights, isUsed);
  const level = new Float64Array(days);
  const flat = new Float64Array(days);
  for (let round = 0; round < 2; round++) {
    for (let day = 0; day < days; day++) {
      flat[day] = (heights[day] as number) - (weekday[day % WEEK] as number);
    }
    for (let i = 0; i <= shifts.length; i++) {
      runningLevel(flat, isUsed, shifts[i - 1] ?? 0, shifts[i] ?? days, level);
    }
    refineShape(heights, level, isUsed, weekday);
  }
  const residuals = new Float64Array(days);
  const rest = restHeights(heights, isMasked, isRestDay);
  const usual = median(level);
  for (let d = 0; d < WEEK; d++) {
    if (isRestDay[d] === 1) weekday[d] = (rest[d] as number) - usual;
  }
  for (let day = 0; day < days; day++) {
    const d = day % WEEK;
    const expected =
      isRestDay[d] === 1 ? (rest[d] as number) : (level[day] as number) + (weekday[d] as number);
    residuals[day] = (heights[day] as number) - expected;
  }
  const scales = scalesOf(residuals, isMasked, isRestDay);
  return { unit, heights, level, weekday, residuals, scales };
}

/** The volume that was expected of a day. */
export function expectedVolume({ unit, heights, residuals }: Baseline, day: number): number {
  return Math.max(0, Math.sinh((heights[day] as number) - (residuals[day] as number)) * unit);
}

function firstShape(heights: Float64Array, isUsed: Uint8Array): Float64Array {
  const shape = new Float64Array(WEEK);
  sample.clear();
  for (let day = 0; day < heights.length; day++) {
    if (isUsed[day] === 1) sample.add(heights[day] as number);
  }
  const centre = sample.median();
  for (let d = 0; d < WEEK; d++) {
    sample.clear();
    for (let day = d; day < heights.length; day += WEEK) {
      if (isUsed[day] === 1) sample.add(heights[day] as number);
    }
    shape[d] = sample.length >= 3 ? sample.median() - centre : 0;
  }
  return shape;
}

function refineShape(
  heights: Float64Array,
  level: Float64Array,
  isUsed: Uint8Array,
  shape: Float64Array,
): void {
  for (let d = 0; d < WEEK; d++) {
    sample.clear();
    for (let day = d; day < heights.length; day += WEEK) {
      if (isUsed[day] === 1) sample.add((heights[day] as number) - (level[day] as number));
    }
    shape[d] = sample.length >= 3 ? sample.median() : 0;
  }
}

function restHeights(
  heights: Float64Array,
  isMasked: Uint8Array,
  isRestDay: Uint8Array,
): Float64Array {
  const rest = new Float64Array(WEEK);
  for (let d = 0; d < WEEK; d++) {
    if (isRestDay[d] === 1) rest[d] = ofWeekday(heights, isMasked, d).median();
  }
  return rest;
}

function scalesOf(
  residuals: Float64Array,
  isMasked: Uint8Array,
  isRestDay: Uint8Array,
): Float64Array {
  sample.clear();
  for (let day = 0; day < residuals.length; day++) {
    if (isMasked[day] === 0 && isRestDay[day % WEEK] === 0) sample.add(residuals[day] as number);
  }
  const whole = sample.robustScale(0);
  const scales = new Float64Array(WEEK);
  for (let d = 0; d < WEEK; d++) {
    const own = ofWeekday(residuals, isMasked, d);
    const scale = own.length < LEAST_DAYS_OF_WEEKDAY ? whole : own.robustScale(0);
    scales[d] = Math.max(LEAST_SCALE, whole, scale);
  }
  return scales;
}

function ofWeekday(values: Float64Array, isMasked: Uint8Array, weekday: number): Sample {
  sample.clear();
  for (let day = weekday; day < values.length; day += WEEK) {
    if (isMasked[day] === 0) sample.add(values[day] as number);
  }
  return sample;
}
