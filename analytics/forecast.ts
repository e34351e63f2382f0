import { dayOfNumber } from "./calendar.ts";
import { type Accuracy, backtest } from "./forecast/backtest.ts";
import { type Calibration, DEFAULT_CALIBRATION } from "./forecast/calibration.ts";
import type { SimClass } from "./forecast/classify.ts";
import { Forecaster } from "./forecast/forecaster.ts";
import { LEAST_DAYS } from "./forecast/kernel.ts";
import type { Bounds } from "./forecast/outlook.ts";
import { type RunOut, runOutOf } from "./forecast/run-out.ts";
import {
  type CleanSeries,
  cleanSeries,
  historyOf,
  type Series,
  SeriesError,
} from "./forecast/series.ts";
import { totalQuantile } from "./forecast/totals.ts";

/** For many series: one `Forecaster` a worker, a calibration learnt from the fleet, a `Group` for each sum. */
export { Group } from "./forecast/group.ts";
export { learnCalibration } from "./forecast/learn-calibration.ts";
export type { Accuracy, Bounds, Calibration, RunOut, Series, SimClass };
export { Forecaster, historyOf, runOutOf, SeriesError };

export interface ForecastOptions {
  /** 7 to 90; 30 where nothing is said. */
  readonly horizonDays?: number;
  /** What is left of the quota after the last day of the history. */
  readonly remainingBytes?: number;
  /** For how many days from then on it is there; for all where nothing is said. */
  readonly remainingLastsDays?: number;
  /** How many past days to try the forecast from; 5 where nothing is said, 0 for none. */
  readonly backtestOrigins?: number;
  /** What a day without a point means: no use (as in usage), or not known. */
  readonly gaps?: "zero" | "missing";
  readonly calibration?: Calibration;
}

export interface ForecastDay extends Bounds {
  /** `YYYY-MM-DD` where the series had days, else null. */
  readonly day: string | null;
  /** The middle of what the day may bring: half the days bring less, so it is 0 for a device that is mostly off. */
  readonly predicted: number;
  /** The expected volume; these add up to the total's. */
  readonly mean: number;
}

export interface Forecast {
  readonly class: SimClass;
  /** What made the forecast, in words. */
  readonly method: string;
  readonly historyDays: number;
  readonly horizonDays: number;
  readonly days: readonly ForecastDay[];
  readonly total: Bounds & { readonly mean: number; readonly median: number };
  /** Null where no remaining quota was given. */
  readonly runOut: RunOut | null;
  /** Null where history is too short to try, or trying was not wanted. */
  readonly accuracy: Accuracy | null;
  /** What was odd about the series, and what that did to the forecast: sentences. */
  readonly notes: readonly string[];
}

const METHODS: Readonly<Record<SimClass, string>> = {
  regular: "blend of levels and trends with a weekly profile",
  intermittent: "distribution of past days, many without use",
  bursty: "distribution of past days with rare large ones",
  silent: "no use expected",
};
const WEEKLY_DAYS = 21;

/**
 * Forecasts one series of daily volumes. Throws `SeriesError` where there is no known day or an option makes no
 * sense; anything else that is odd is told in `notes`.
 */
export function forecast(series: Series, options: ForecastOptions = {}): Forecast {
  const forecaster = new Forecaster(options.calibration ?? DEFAULT_CALIBRATION);
  return forecastClean(forecaster, cleanSeries(series, options.gaps), options);
}

/** The same for a series that was cleaned before, in a forecaster that may be used again. */
export function forecastClean(
  forecaster: Forecaster,
  { history, lastDay, notes }: CleanSeries,
  options: ForecastOptions = {},
): Forecast {
  const horizon = checkedHorizon(options.horizonDays ?? 30);
  const { remainingBytes, remainingLastsDays } = options;
  if (remainingBytes !== undefined && Number.isNaN(remainingBytes)) {
    throw new SeriesError("The remaining quota is not a number.");
  }
  const accuracy = backtest(forecaster, history, horizon, options.backtestOrigins ?? 5);
  forecaster.run(history, 0, history.length, horizon);
  const total = forecaster.total(horizon);
  return {
    class: forecaster.kind,
    method: history.length < LEAST_DAYS ? "range around the mean" : METHODS[forecaster.kind],
    historyDays: history.length,
    horizonDays: horizon,
    days: daysOf(forecaster, lastDay),
    total: {
      mean: total.mean,
      median: totalQuantile(total, 0),
      ...forecaster.totalBounds(horizon),
    },
    runOut:
      remainingBytes === undefined
        ? null
        : runOutOf(forecaster, remainingBytes, remainingLastsDays),
    accuracy,
    notes: [...notes, ...shortNotes(history.length)],
  };
}

export function checkedHorizon(days: number): number {
  if (Number.isInteger(days) && days >= 7 && days <= 90) return days;
  throw new SeriesError(`A forecast covers 7 to 90 whole days; ${days} is not possible.`);
}

function shortNotes(days: number): string[] {
  if (days < LEAST_DAYS) {
    return [
      `Only ${days} ${days === 1 ? "day" : "days"} of history: this is a wide range, not a pattern. ${LEAST_DAYS} days make a forecast, ${WEEKLY_DAYS} show a week.`,
    ];
  }
  return days < WEEKLY_DAYS
    ? [`Only ${days} days of history: a weekly pattern shows after ${WEEKLY_DAYS}.`]
    : [];
}

function daysOf({ outlook, horizon }: Forecaster, lastDay: number | null): ForecastDay[] {
  const value = (values: Float64Array, day: number): number => values[day] ?? 0;
  return Array.from({ length: horizon }, (_, day) => ({
    day: lastDay === null ? null : dayOfNumber(lastDay + 1 + day),
    predicted: value(outlook.predicted, day),
    mean: value(outlook.mean, day),
    lower80: value(outlook.lower80, day),
    upper80: value(outlook.upper80, day),
    lower95: value(outlook.lower95, day),
    upper95: value(outlook.upper95, day),
  }));
}
