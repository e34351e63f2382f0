import { median } from "./order-statistics.ts";
import { SortedWindow } from "./sorted-window.ts";

/** Half of the window of the running median: an excursion of under three weeks does not move it. */
const HALF_WINDOW_DAYS = 24;
/** At the ends of a series the window is no narrower, so that an excursion there does not fill it. */
const LEAST_WINDOW_DAYS = 40;
const SLOPE_DAYS = 14;

const window = new SortedWindow(2 * HALF_WINDOW_DAYS + 1);

/**
 * Running median of the days `from` to `to` that are used, into `level`. Near the ends its window is not centred, so
 * the slope is added.
 */
export function runningLevel(
  values: Float64Array,
  isUsed: Uint8Array,
  from: number,
  to: number,
  level: Float64Array,
): void {
  window.clear();
  const leastWidth = Math.min(LEAST_WINDOW_DAYS, to - from);
  let start = from;
  let end = from;
  let last = Number.NaN;
  for (let day = from; day < to; day++) {
    const wantedEnd = Math.min(to, Math.max(day + HALF_WINDOW_DAYS + 1, from + leastWidth));
    const wantedStart = Math.max(from, Math.min(day - HALF_WINDOW_DAYS, to - leastWidth));
    if (start + 1 === wantedStart && end + 1 === wantedEnd && isUsed[start] && isUsed[end]) {
      window.replace(values[start++] as number, values[end++] as number);
    }
    for (; start < wantedStart; start++) if (isUsed[start]) window.remove(values[start] as number);
    for (; end < wantedEnd; end++) if (isUsed[end]) window.add(values[end] as number);
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
