import { dayNumber } from "../calendar.ts";
import { LARGEST_VALUE } from "../largest-value.ts";
import { HISTORY_DAYS } from "./sizes.ts";

/** A day's volume in bytes as it came; a day may miss, repeat, or hold what is no volume. */
export interface DayPoint {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly value: number | null | undefined;
}
/** One value a day, the newest last (NaN or null: not known), or points in any order. */
export type Series = ArrayLike<number | null | undefined> | readonly DayPoint[];

export interface CleanSeries {
  /** Bytes a day, the newest last, without gaps. */
  readonly history: Float64Array;
  /** Day number of the last day since 1970-01-01, where days were given. */
  readonly lastDay: number | null;
  readonly notes: readonly string[];
}

/** What cannot be forecast at all; the message is a sentence for the person. */
export class SeriesError extends Error {
  override readonly name = "SeriesError";
}

const LONGEST_GAP_DAYS = 366;

/** `gaps`: what a day without a point means; usage has no row for a day without use. */
export function cleanSeries(series: Series, gaps: "zero" | "missing" = "zero"): CleanSeries {
  const notes: string[] = [];
  if (isPoints(series)) return finish(placePoints(series, gaps, notes), notes);
  const values = new Float64Array(series.length);
  for (let i = 0; i < values.length; i++) values[i] = series[i] ?? Number.NaN;
  return finish({ values, lastDay: null }, notes);
}

/** What `cleanSeries` makes of it; null where no day is known. */
export function historyOf(values: Float64Array): Float64Array | null {
  try {
    return cleanSeries(values).history;
  } catch (error) {
    if (error instanceof SeriesError) return null;
    throw error;
  }
}

function finish(
  placed: { values: Float64Array; lastDay: number | null },
  notes: string[],
): CleanSeries {
  const recent = placed.values.subarray(Math.max(0, placed.values.length - HISTORY_DAYS));
  const { history, unknownDays } = withoutGaps(recent, notes);
  const lastDay = placed.lastDay === null ? null : placed.lastDay - unknownDays;
  return { history, lastDay, notes };
}

function isPoints(series: Series): series is readonly DayPoint[] {
  const first = series[0];
  return typeof first === "object" && first !== null;
}

function placePoints(
  points: readonly DayPoint[],
  gaps: "zero" | "missing",
  notes: string[],
): { values: Float64Array; lastDay: number } {
  const dated = points
    .map(({ day, value }) => ({ day: dayNumber(day), value: value ?? Number.NaN }))
    .filter(({ day }) => !Number.isNaN(day));
  const undated = points.length - dated.length;
  if (undated > 0) {
    notes.push(`${counted(undated, "row")} had no valid day and ${were(undated)} left out.`);
  }
  return placeDays(dated, gaps, notes);
}

/** The same for days that are numbers since 1970-01-01, or any other day. */
export function cleanDays(
  points: Iterable<{ readonly day: number; readonly value: number }>,
  gaps: "zero" | "missing" = "zero",
): CleanSeries {
  const notes: string[] = [];
  return finish(placeDays(points, gaps, notes), notes);
}

function placeDays(
  points: Iterable<{ readonly day: number; readonly value: number }>,
  gaps: "zero" | "missing",
  notes: string[],
): { values: Float64Array; lastDay: number } {
  const byDay = new Map<number, number>();
  let repeated = 0;
  for (const { day, value } of points) {
    if (byDay.has(day)) repeated++;
    byDay.set(day, value);
  }
  if (repeated > 0) {
    notes.push(`${counted(repeated, "day")} came more than once: the last value counts.`);
  }
  const days = mainRun(
    [...byDay.keys()].sort((a, b) => a - b),
    notes,
  );
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) {
    throw new SeriesError("There is no day with a valid date.");
  }
  const values = new Float64Array(last - first + 1).fill(gaps === "zero" ? 0 : Number.NaN);
  for (const day of days) values[day - first] = byDay.get(day) ?? Number.NaN;
  const absent = values.length - days.length;
  if (absent > 0) {
    const count = absent === 1 ? "counts" : "count";
    const meaning = gaps === "zero" ? "days without use" : "not known";
    notes.push(`${counted(absent, "day")} without a row ${count} as ${meaning}.`);
  }
  return { values, lastDay: last };
}

/** A clock that is years off puts days far from the others: the longest run without such a gap is kept. */
function mainRun(days: readonly number[], notes: string[]): readonly number[] {
  let best: readonly number[] = [];
  let start = 0;
  for (let i = 1; i <= days.length; i++) {
    const isBreak = i === days.length || (days[i] ?? 0) - (days[i - 1] ?? 0) > LONGEST_GAP_DAYS;
    if (!isBreak) continue;
    if (i - start >= best.length) best = days.slice(start, i);
    start = i;
  }
  const left = days.length - best.length;
  if (left > 0)
    notes.push(
      `${counted(left, "day")} more than a year away from the others ${were(left)} left out.`,
    );
  return best;
}

/** Unknown days get the mean of the same weekday in the nearest weeks, or the nearest known day. */
function withoutGaps(
  values: Float64Array,
  notes: string[],
): { history: Float64Array; unknownDays: number } {
  const known = new Float64Array(values.length);
  for (let i = 0; i < known.length; i++) {
    const value = values[i] as number;
    known[i] = value >= 0 && value <= LARGEST_VALUE ? value : Number.NaN;
  }
  tellBad(values, notes);
  let first = 0;
  while (first < known.length && Number.isNaN(known[first])) first++;
  let end = known.length;
  while (end > first && Number.isNaN(known[end - 1])) end--;
  if (first === end) throw new SeriesError("There is no day with a known volume.");
  if (known.length > end)
    notes.push(
      `The newest ${counted(known.length - end, "day")} ${were(known.length - end)} not known.`,
    );
  const history = known.slice(first, end);
  let filled = 0;
  for (let i = 0; i < history.length; i++) {
    if (!Number.isNaN(history[i])) continue;
    history[i] = likelyValue(known, first + i);
    filled++;
  }
  if (filled > 0)
    notes.push(
      `${counted(filled, "unknown day")} ${were(filled)} filled in from the weeks around.`,
    );
  return { history, unknownDays: known.length - end };
}

function likelyValue(known: Float64Array, day: number): number {
  let sum = 0;
  let count = 0;
  for (let week = 1; week <= 4 && count < 2; week++) {
    for (const other of [known[day - 7 * week], known[day + 7 * week]]) {
      if (other === undefined || Number.isNaN(other)) continue;
      sum += other;
      count++;
    }
  }
  if (count > 0) return sum / count;
  for (let away = 1; ; away++) {
    const near = known[day - away] ?? Number.NaN;
    if (!Number.isNaN(near)) return near;
    const next = known[day + away] ?? Number.NaN;
    if (!Number.isNaN(next)) return next;
  }
}

function tellBad(values: Float64Array, notes: string[]): void {
  let negative = 0;
  let absurd = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < 0) negative++;
    else if (value > LARGEST_VALUE) absurd++;
  }
  if (negative > 0)
    notes.push(`${counted(negative, "negative volume")} ${were(negative)} left out.`);
  if (absurd > 0)
    notes.push(
      `${counted(absurd, "volume")} of more than a petabyte a day ${were(absurd)} left out.`,
    );
}

const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? "" : "s"}`;
const were = (count: number): string => (count === 1 ? "was" : "were");
