import type { Forecaster } from "./forecaster.ts";
import { chanceWithin } from "./totals.ts";

/** When a remaining quota will be used up. Days count from 1, the first day after the history. */
export interface RunOut {
  /** The first day by whose end it is more likely than not used up; null beyond the horizon. */
  readonly day: number | null;
  /** The first day by whose end the chance reaches 10 %, and 90 %. */
  readonly earliestDay: number | null;
  readonly latestDay: number | null;
  /** The chance of running out within the horizon, and within 30 days where it is that long. */
  readonly probability: number;
  readonly probability30Days: number | null;
}

/** `lastsDays`: for how many of the days the quota is there; what ends with it is not run out of. */
export function runOutOf(
  forecaster: Forecaster,
  remainingBytes: number,
  lastsDays = Number.POSITIVE_INFINITY,
): RunOut {
  let day: number | null = null;
  let earliestDay: number | null = null;
  let latestDay: number | null = null;
  let probability = 0;
  let probability30Days: number | null = null;
  for (let days = 1; days <= forecaster.horizon; days++) {
    // Totals only grow, so the chance does too; the cap on spread alone could lower it.
    if (days <= lastsDays) {
      probability = Math.max(probability, chanceOfUsing(forecaster, days, remainingBytes));
    }
    if (probability >= 0.1) earliestDay ??= days;
    if (probability >= 0.5) day ??= days;
    if (probability >= 0.9) latestDay ??= days;
    if (days === 30) probability30Days = probability;
  }
  return { day, earliestDay, latestDay, probability, probability30Days };
}

function chanceOfUsing(forecaster: Forecaster, days: number, bytes: number): number {
  return bytes <= 0 ? 1 : 1 - chanceWithin(forecaster.total(days), bytes);
}
