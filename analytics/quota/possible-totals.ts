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

function isKnown(values: Float64Array): boolean {
  let known = 0;
  for (let day = 0; day < values.length; day++) if (!Number.isNaN(values[day])) known++;
  return known >= LEAST_DAYS;
}

/** The same from days that were examined before. */
export function totalsOf(
  values: Float64Array,
  usual: UsualDays,
  { horizonDays = 30, draws = 500, seed = 1 }: TotalsOptions = {},
): Float64Array {
  if (!isKnown(values)) return new Float64Array(0);
  const scaled = atPresentLevel(values, usual);
  const start = Math.max(0, values.length - RECENT_DAYS);
  // Blocks start on the weekday that they stand for, which is the same for all of them.
  const first = start + ((((values.length - start) % BLOCK_DAYS) + BLOCK_DAYS) % BLOCK_DAYS);
  const blocks = Math.max(1, Math.floor((values.length - first) / BLOCK_DAYS));
  const wholes = Math.floor(horizonDays / BLOCK_DAYS);
  const lastDays = horizonDays - wholes * BLOCK_DAYS;
  const whole = blockTotals(scaled, first, blocks, BLOCK_DAYS);
  const last = lastDays > 0 ? blockTotals(scaled, first, blocks, lastDays) : null;
  const random = randomsOf(seed, draws * (wholes + (last ? 1 : 0)));
  const totals = new Float64Array(draws);
  let drawn = 0;
  for (let draw = 0; draw < draws; draw++) {
    let sum = 0;
    for (let block = 0; block < wholes; block++) {
      sum += whole[Math.floor((random[drawn++] as number) * blocks)] as number;
    }
    if (last) sum += last[Math.floor((random[drawn++] as number) * blocks)] as number;
    totals[draw] = Math.round(sum);
  }
  return totals.sort();
}

let drawnBefore = { seed: Number.NaN, numbers: new Float64Array(0) };

/** The first numbers that the seed gives: the same for every SIM, so they are kept. */
function randomsOf(seed: number, count: number): Float64Array {
  if (drawnBefore.seed !== seed || drawnBefore.numbers.length < count) {
    const random = seededRandom(seed);
    drawnBefore = { seed, numbers: Float64Array.from({ length: count }, random) };
  }
  return drawnBefore.numbers;
}

/** Of days in a row from `first` on, a week apart. A block with unknown days counts as its known ones do. */
function blockTotals(
  values: Float64Array,
  first: number,
  blocks: number,
  days: number,
): Float64Array {
  const totals = new Float64Array(blocks);
  for (let block = 0; block < blocks; block++) {
    const from = first + block * BLOCK_DAYS;
    let sum = 0;
    let known = 0;
    for (let day = from; day < from + days && day < values.length; day++) {
      const value = values[day] as number;
      if (Number.isNaN(value)) continue;
      sum += value;
      known++;
    }
    totals[block] = known > 0 ? (sum * days) / known : 0;
  }
  return totals;
}

/** Days of another level than the newest, brought to that. */
function atPresentLevel(values: Float64Array, { class: ofClass, expected }: UsualDays) {
  if (ofClass !== "regular") return values;
  const level = levelOf(values.length, expected);
  const now = level[values.length - 1] ?? 0;
  const scaled = new Float64Array(values.length);
  for (let day = 0; day < values.length; day++) {
    const then = level[day] as number;
    const scaling = then > 0 ? Math.min(MOST_SCALING, Math.max(1 / MOST_SCALING, now / then)) : 1;
    scaled[day] = (values[day] as number) * scaling;
  }
  return scaled;
}

/** What was expected of a day's own week in the mean: free of excursions, with trends and new levels. */
function levelOf(days: number, expected: Float64Array): Float64Array {
  const level = new Float64Array(days);
  for (let day = 0; day < days; day++) {
    const from = Math.max(0, Math.min(day - (LEVEL_DAYS >> 1), days - LEVEL_DAYS));
    const to = Math.min(expected.length, from + LEVEL_DAYS);
    let sum = 0;
    for (let around = from; around < to; around++) sum += expected[around] as number;
    level[day] = sum / Math.max(1, to - from);
  }
  return level;
}
