import { at } from "./floats.ts";
import type { Forecaster } from "./forecaster.ts";

/** How good forecasts of this series have been, made at several past days and compared with what came. */
export interface Accuracy {
  readonly origins: number;
  readonly horizonDays: number;
  /** Mean absolute error against that of repeating last week; null where weeks never differed. */
  readonly mase: number | null;
  /** Absolute errors against the volume; null where nothing was used. */
  readonly wapePercent: number | null;
  /** Mean percentage error; null where a day without use makes it meaningless. */
  readonly mapePercent: number | null;
  /** Shares of days inside the intervals, 0 to 1. */
  readonly coverage80: number;
  readonly coverage95: number;
  /** Error of the horizon's total, the mean over origins; null where nothing was used. */
  readonly totalErrorPercent: number | null;
}

const LEAST_HISTORY_DAYS = 28;
const STEP_DAYS = 7;

/** Forecasts from up to `origins` past days, a week apart; null where history is too short for one. */
export function backtest(
  forecaster: Forecaster,
  history: Float64Array,
  horizon: number,
  origins: number,
): Accuracy | null {
  const days = history.length;
  const ahead = Math.min(horizon, Math.max(7, Math.floor(days / 4)));
  let count = 0;
  let scaled = 0;
  let scaledCount = 0;
  let missed = 0;
  let used = 0;
  let percent = 0;
  let zeros = 0;
  let in80 = 0;
  let in95 = 0;
  let totalPercent = 0;
  let totals = 0;
  for (
    let origin = days - ahead;
    count < origins && origin >= LEAST_HISTORY_DAYS;
    origin -= STEP_DAYS
  ) {
    count++;
    forecaster.run(history, 0, origin, ahead);
    const { predicted, mean, lower80, upper80, lower95, upper95 } = forecaster.outlook;
    let miss = 0;
    let volume = 0;
    let expected = 0;
    for (let day = 0; day < ahead; day++) {
      const actual = at(history, origin + day);
      const error = Math.abs(actual - at(predicted, day));
      miss += error;
      volume += actual;
      expected += at(mean, day);
      if (actual === 0) zeros++;
      else percent += error / actual;
      if (isWithin(actual, at(lower80, day), at(upper80, day))) in80++;
      if (isWithin(actual, at(lower95, day), at(upper95, day))) in95++;
    }
    missed += miss;
    used += volume;
    if (volume > 0) {
      totalPercent += (100 * Math.abs(expected - volume)) / volume;
      totals++;
    }
    const scale = weeklyScale(history, origin);
    if (scale > 0) {
      scaled += miss / ahead / scale;
      scaledCount++;
    }
  }
  if (count === 0) return null;
  return {
    origins: count,
    horizonDays: ahead,
    mase: scaledCount > 0 ? scaled / scaledCount : null,
    wapePercent: used > 0 ? (100 * missed) / used : null,
    mapePercent: zeros === 0 ? (100 * percent) / (count * ahead) : null,
    coverage80: in80 / (count * ahead),
    coverage95: in95 / (count * ahead),
    totalErrorPercent: totals > 0 ? totalPercent / totals : null,
  };
}

/** A byte of room: bounds are no whole numbers. */
const isWithin = (actual: number, lower: number, upper: number): boolean =>
  actual >= lower - 1 && actual <= upper + 1;

/** Mean absolute difference to the same weekday a week before. */
export function weeklyScale(history: Float64Array, days: number): number {
  let sum = 0;
  for (let i = 7; i < days; i++) sum += Math.abs(at(history, i) - at(history, i - 7));
  return days > 7 ? sum / (days - 7) : 0;
}
