import { Sample } from "./order-statistics.ts";

const WINDOW_DAYS = [1, 2, 3, 4, 5, 6, 7, 10, 14, 18, 21] as const;
const ROOTS = Float64Array.from({ length: 22 }, (_, count) => Math.sqrt(count));

/** How far off days in a row are together, in units of what is usual for so many. */
export interface WindowHeights {
  readonly days: number;
  /** Lengths, shortest first. */
  readonly lengths: readonly number[];
  /** Of each length a row with a day each, on which the window ends; NaN where under two thirds are known. */
  readonly heights: Float64Array;
  readonly isKnown: Uint8Array;
}

const sample = new Sample();
let heights = new Float64Array(WINDOW_DAYS.length * 512);

/** Holds until the next call, as the memory is used again. */
export function windowHeights(z: Float64Array, isUnknown: (day: number) => boolean): WindowHeights {
  const days = z.length;
  const lengths = WINDOW_DAYS.filter((length) => length <= days / 3);
  if (heights.length < lengths.length * days) heights = new Float64Array(lengths.length * days);
  const isKnown = new Uint8Array(days);
  const total = new Float64Array(days + 1);
  const known = new Float64Array(days + 1);
  for (let day = 0; day < days; day++) {
    const counts = !isUnknown(day);
    isKnown[day] = counts ? 1 : 0;
    total[day + 1] = (total[day] as number) + (counts ? (z[day] as number) : 0);
    known[day + 1] = (known[day] as number) + (counts ? 1 : 0);
  }
  lengths.forEach((length, row) => {
    const own = heights.subarray(row * days, (row + 1) * days);
    own.fill(Number.NaN, 0, length - 1);
    for (let end = length; end <= days; end++) {
      const count = (known[end] as number) - (known[end - length] as number);
      own[end - 1] =
        count < (2 / 3) * length
          ? Number.NaN
          : ((total[end] as number) - (total[end - length] as number)) / (ROOTS[count] as number);
    }
    if (length > 1) scale(own, Math.max(1, spreadOf(own)));
  });
  return { days, lengths, heights, isKnown };
}

/** Over 1 where days hang together, so that windows stray farther than independent days would. */
function spreadOf(row: Float64Array): number {
  sample.clear().addAll(row);
  return sample.length > 0 ? sample.robustScale(0) : 1;
}

function scale(row: Float64Array, by: number): void {
  if (by === 1) return;
  for (let i = 0; i < row.length; i++) row[i] = (row[i] as number) / by;
}
