import { dayOf, weekdayOf } from "./calendar.ts";
import type { Fleet } from "./fleet.ts";
import type { History } from "./history.ts";
import { at } from "./random.ts";

export interface Recent {
  /** Mean bytes of a day over the window, silent days included. */
  readonly mean: number;
  readonly sd: number;
  /** Mean of each weekday, Monday first. */
  readonly weekdays: readonly number[];
  readonly activeDays: number;
}

/** The last `days` full days before `day`, as far as there are records. */
export function recentOf(fleet: Fleet, history: History, day: number, days = 28): Recent {
  const { sim } = history;
  const start = Math.max(fleet.firstDay, dayOf(sim.activatedAtMs ?? 0) + 1, day - days);
  const length = Math.max(1, day - start);
  const sums = [0, 0, 0, 0, 0, 0, 0];
  const counts = [0, 0, 0, 0, 0, 0, 0];
  let sum = 0;
  let squares = 0;
  let activeDays = 0;
  for (let current = start; current < day; current++) {
    const bytes = history.totalOn(current);
    const weekday = weekdayOf(current);
    sums[weekday] = at(sums, weekday) + bytes;
    counts[weekday] = at(counts, weekday) + 1;
    sum += bytes;
    squares += bytes * bytes;
    if (bytes > 0) activeDays++;
  }
  const mean = sum / length;
  return {
    mean,
    activeDays,
    sd: Math.sqrt(Math.max(0, squares / length - mean * mean)),
    weekdays: sums.map((bytes, i) => (at(counts, i) > 0 ? bytes / at(counts, i) : mean)),
  };
}

/** Standard normal distribution function (logistic approximation, error below 0.01). */
export function normalBelow(z: number): number {
  return 1 / (1 + Math.exp(-1.702 * z));
}

/** When the day's results were worked out: early in the morning, or at once if it is not yet that late. */
export function computedAtMs(nowMs: number): number {
  return Math.min(nowMs, dayOf(nowMs) * 86_400_000 + 4 * 3_600_000);
}
