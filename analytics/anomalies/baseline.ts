import { median, robustScale, SortedWindow } from "./order-statistics.ts";

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

/** Half of the window of the running median: an excursion of under three weeks does not move it. */
const HALF_WINDOW_DAYS = 24;
/** At the ends of a series the window is no narrower, so that an excursion there does not fill it. */
const LEAST_WINDOW_DAYS = 40;
const SLOPE_DAYS = 14;
const UNIT_OF_TYPICAL = 0.1;
const WEEK = 7;
/** A device's day is never taken to be better known than to 3 %. */
const LEAST_SCALE = 0.03;
const LEAST_DAYS_OF_WEEKDAY = 5;

export interface BaselineInput {
  readonly values: Float64Array;
  readonly typical: number;
  /** Days that tell nothing of normal behaviour. */
  readonly isMasked: Uint8Array;
  /** Days of the week on which the device rests; day 0 of the series is day 0 here. */
  readonly isRestDay: Uint8Array;
  /** First days of new levels: no window looks across one. */
  readonly shifts: readonly number[];
}

export function fitBaseline(input: BaselineInput): Baseline {
  const { values, typical, isMasked, isRestDay, shifts } = input;
  const days = values.length;
  const unit = typical * UNIT_OF_TYPICAL;
  const heights = values.map((value) => Math.asinh(value / unit));
  const isUsed = (day: number) => isMasked[day] === 0 && isRestDay[day % WEEK] === 0;
  const weekday = firstShape(heights, isUsed);
  const level = new Float64Array(days);
  for (let round = 0; round < 2; round++) {
    const bounds = [0, ...shifts, days];
    for (let i = 0; i + 1 < bounds.length; i++) {
      runningLevel(heights, weekday, isUsed, bounds[i] ?? 0, bounds[i + 1] ?? days, level);
    }
    refineShape(heights, level, isUsed, weekday);
  }
  const rest = restHeights(heights, isMasked, isRestDay);
  const residuals = new Float64Array(days);
  const usual = median(level);
  for (let d = 0; d < WEEK; d++) if (isRestDay[d] === 1) weekday[d] = (rest[d] ?? 0) - usual;
  for (let day = 0; day < days; day++) {
    const expected =
      isRestDay[day % WEEK] === 1
        ? (rest[day % WEEK] ?? 0)
        : (level[day] ?? 0) + (weekday[day % WEEK] ?? 0);
    residuals[day] = (heights[day] ?? Number.NaN) - expected;
  }
  return {
    unit,
    heights,
    level,
    weekday,
    residuals,
    scales: scalesOf(residuals, isMasked, isRestDay),
  };
}

/** The volume that was expected of a day. */
export function expectedVolume({ unit, heights, residuals }: Baseline, day: number): number {
  return Math.max(0, Math.sinh((heights[day] ?? 0) - (residuals[day] ?? 0)) * unit);
}

function firstShape(heights: Float64Array, isUsed: (day: number) => boolean): Float64Array {
  const shape = new Float64Array(WEEK);
  const all: number[] = [];
  const byWeekday: number[][] = Array.from({ length: WEEK }, () => []);
  heights.forEach((height, day) => {
    if (!isUsed(day)) return;
    all.push(height);
    byWeekday[day % WEEK]?.push(height);
  });
  const centre = median(all);
  for (let d = 0; d < WEEK; d++) {
    const those = byWeekday[d] ?? [];
    shape[d] = those.length >= 3 ? median(those) - centre : 0;
  }
  return shape;
}

function refineShape(
  heights: Float64Array,
  level: Float64Array,
  isUsed: (day: number) => boolean,
  shape: Float64Array,
): void {
  for (let d = 0; d < WEEK; d++) {
    const rests: number[] = [];
    for (let day = d; day < heights.length; day += WEEK) {
      if (isUsed(day)) rests.push((heights[day] ?? 0) - (level[day] ?? 0));
    }
    shape[d] = rests.length >= 3 ? median(rests) : 0;
  }
}

/** Running median of the days `from` to `to`. Near the ends its window is not centred, so the slope is added. */
function runningLevel(
  heights: Float64Array,
  weekday: Float64Array,
  isUsed: (day: number) => boolean,
  from: number,
  to: number,
  level: Float64Array,
): void {
  const window = new SortedWindow(2 * HALF_WINDOW_DAYS + 1);
  const at = (day: number) => (heights[day] ?? 0) - (weekday[day % WEEK] ?? 0);
  const leastWidth = Math.min(LEAST_WINDOW_DAYS, to - from);
  let start = from;
  let end = from;
  let last = Number.NaN;
  for (let day = from; day < to; day++) {
    const wantedEnd = Math.min(to, Math.max(day + HALF_WINDOW_DAYS + 1, from + leastWidth));
    const wantedStart = Math.max(from, Math.min(day - HALF_WINDOW_DAYS, to - leastWidth));
    for (; start < wantedStart; start++) if (isUsed(start)) window.remove(at(start));
    for (; end < wantedEnd; end++) if (isUsed(end)) window.add(at(end));
    if (window.length > 0) last = window.median();
    level[day] = last;
  }
  correctEnds(level, from, to);
}

function correctEnds(level: Float64Array, from: number, to: number): void {
  if (to - from < 2 * HALF_WINDOW_DAYS + 2 * SLOPE_DAYS) return;
  const atEnd = slopeNear(level, to - HALF_WINDOW_DAYS - 1 - 2 * SLOPE_DAYS);
  const atStart = slopeNear(level, from + HALF_WINDOW_DAYS);
  for (let i = 1; i <= HALF_WINDOW_DAYS; i++) {
    const late = to - HALF_WINDOW_DAYS - 1 + i;
    const early = from + HALF_WINDOW_DAYS - i;
    const off = i - Math.min(i, 2 * HALF_WINDOW_DAYS + 1 - LEAST_WINDOW_DAYS) / 2;
    level[late] = (level[late] ?? 0) + atEnd * off;
    level[early] = (level[early] ?? 0) - atStart * off;
  }
}

/** Median slope a day of the level over the four weeks from `start`. */
function slopeNear(level: Float64Array, start: number): number {
  const slopes: number[] = [];
  for (let day = Math.max(0, start); day < start + SLOPE_DAYS; day++) {
    const rise = (level[day + SLOPE_DAYS] ?? Number.NaN) - (level[day] ?? Number.NaN);
    if (Number.isFinite(rise)) slopes.push(rise / SLOPE_DAYS);
  }
  return slopes.length > 0 ? median(slopes) : 0;
}

function restHeights(
  heights: Float64Array,
  isMasked: Uint8Array,
  isRestDay: Uint8Array,
): Float64Array {
  return Float64Array.from(isRestDay, (rests, d) => {
    if (rests === 0) return 0;
    return median(ofWeekday(heights, isMasked, d));
  });
}

function scalesOf(
  residuals: Float64Array,
  isMasked: Uint8Array,
  isRestDay: Uint8Array,
): Float64Array {
  const working = residuals.map((residual, day) =>
    isMasked[day] === 0 && isRestDay[day % WEEK] === 0 ? residual : Number.NaN,
  );
  const whole = robustScale(working, 0);
  return Float64Array.from({ length: WEEK }, (_, d) => {
    const own = ofWeekday(residuals, isMasked, d);
    const scale = own.length < LEAST_DAYS_OF_WEEKDAY ? whole : robustScale(own, 0);
    return Math.max(LEAST_SCALE, whole, scale);
  });
}

function ofWeekday(values: Float64Array, isMasked: Uint8Array, weekday: number): number[] {
  const own: number[] = [];
  for (let day = weekday; day < values.length; day += WEEK) {
    if (isMasked[day] === 0) own.push(values[day] ?? 0);
  }
  return own;
}
