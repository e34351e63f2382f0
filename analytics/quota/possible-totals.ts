import { clean } from "../anomalies/clean.ts";
import { examine } from "../anomalies/examine.ts";
import type { Examined } from "../anomalies/findings.ts";
import { seededRandom } from "../random.ts";

export interface TotalsOptions {
  /** Days that a total spans. */
  readonly horizonDays?: number;
  readonly draws?: number;
  readonly seed?: number;
}

const BLOCK_DAYS = 7;
const RECENT_DAYS = 126;
const LEVEL_DAYS = 7;
const MOST_SCALING = 5;
const LEAST_DAYS = 28;

/**
 * Totals that the next `horizonDays` may have: a block bootstrap (Künsch 1989). Weeks drawn from the last
 * eighteen are put together, each at its days of the week; those of another level are brought to the newest one.
 * Empty with under four weeks of known days.
 */
export function possibleTotals(
  dailyVolumes: ArrayLike<number>,
  { horizonDays = 30, draws = 500, seed = 1 }: TotalsOptions = {},
): Float64Array {
  const { values } = clean(dailyVolumes);
  return totalsOf(values, examineOnce(values), { horizonDays, draws, seed });
}

/** What days usually bring, as far as totals need it: of a detection, or by `examineOnce`. */
export type UsualDays = Pick<Examined, "class" | "expected">;

export const examineOnce = (values: Float64Array): UsualDays =>
  isKnown(values) ? examine(values) : { class: "silent", expected: new Float64Array(0) };

const isKnown = (values: Float64Array) =>
  values.filter((value) => !Number.isNaN(value)).length >= LEAST_DAYS;

/** The same from days that were examined before. */
export function totalsOf(
  values: Float64Array,
  usual: UsualDays,
  { horizonDays = 30, draws = 500, seed = 1 }: TotalsOptions = {},
): Float64Array {
  if (!isKnown(values)) return new Float64Array(0);
  const level = levelOf(values, usual);
  const now = level[level.length - 1] ?? 0;
  const end = values.length;
  const start = Math.max(0, end - RECENT_DAYS);
  const scaled = values.map((value, day) => {
    const then = level[day] ?? 0;
    const scaling = then > 0 ? Math.min(MOST_SCALING, Math.max(1 / MOST_SCALING, now / then)) : 1;
    return value * scaling;
  });
  const random = seededRandom(seed);
  const totals = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    let sum = 0;
    for (let from = 0; from < horizonDays; from += BLOCK_DAYS) {
      // The block starts on the weekday that it stands for.
      const weekday = (end + from) % BLOCK_DAYS;
      const first = start + ((((weekday - start) % BLOCK_DAYS) + BLOCK_DAYS) % BLOCK_DAYS);
      const blocks = Math.max(1, Math.floor((end - first) / BLOCK_DAYS));
      const block = first + BLOCK_DAYS * Math.floor(random() * blocks);
      sum += blockTotal(scaled, block, Math.min(BLOCK_DAYS, horizonDays - from));
    }
    totals[draw] = Math.round(sum);
  }
  return totals.sort();
}

/** A block with unknown days counts as its known ones do. */
function blockTotal(values: Float64Array, first: number, days: number): number {
  let sum = 0;
  let known = 0;
  for (let day = first; day < first + days && day < values.length; day++) {
    const value = values[day] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    known++;
  }
  return known > 0 ? (sum * days) / known : 0;
}

/** What was expected of a day's own week in the mean: free of excursions, with trends and new levels. */
function levelOf(values: Float64Array, { class: ofClass, expected }: UsualDays): Float64Array {
  const level = new Float64Array(values.length);
  if (ofClass !== "regular") return level.fill(1);
  for (let day = 0; day < values.length; day++) {
    const from = Math.max(0, Math.min(day - (LEVEL_DAYS >> 1), values.length - LEVEL_DAYS));
    const around = expected.subarray(from, from + LEVEL_DAYS);
    level[day] = around.reduce((sum, value) => sum + value, 0) / Math.max(1, around.length);
  }
  return level;
}
