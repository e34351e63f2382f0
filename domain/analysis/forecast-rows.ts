import { dayAfter } from "#analytics/calendar.ts";
import type { Accuracy, Bounds, RunOut } from "#analytics/forecast.ts";
import type { UsageForecast } from "./usage-forecast.ts";

const SHOWN_DAYS = 90;

/** The newest days of a history that ends on `asOf`. */
export function historyRows(values: Float64Array, asOf: string): UsageForecast["history"] {
  const shown = values.subarray(Math.max(0, values.length - SHOWN_DAYS));
  return Array.from(shown, (volume, i) => ({
    day: dayAfter(asOf, i + 1 - shown.length),
    bytes: volume,
  }));
}

/** The days after `asOf`. */
export function dayRows(
  days: readonly (Bounds & { readonly mean: number; readonly predicted?: number })[],
  asOf: string,
): UsageForecast["days"] {
  return days.map((day, i) => ({
    day: dayAfter(asOf, i + 1),
    predicted: Math.round(day.predicted ?? day.mean),
    mean: Math.round(day.mean),
    ...boundsOf(day),
  }));
}

export function boundsOf({ lower80, upper80, lower95, upper95 }: Bounds) {
  return {
    lower_80: Math.round(lower80),
    upper_80: Math.round(upper80),
    lower_95: Math.round(lower95),
    upper_95: Math.round(upper95),
  };
}

export function runOutRow(runOut: RunOut, asOf: string): NonNullable<UsageForecast["run_out"]> {
  const dateOf = (day: number | null) => (day === null ? null : dayAfter(asOf, day));
  return {
    date: dateOf(runOut.day),
    earliest_date: dateOf(runOut.earliestDay),
    latest_date: dateOf(runOut.latestDay),
    probability: runOut.probability,
    probability_30_days: runOut.probability30Days,
  };
}

export function accuracyRow(accuracy: Accuracy): NonNullable<UsageForecast["accuracy"]> {
  return {
    origins: accuracy.origins,
    horizon_days: accuracy.horizonDays,
    mase: accuracy.mase,
    wape_percent: accuracy.wapePercent,
    mape_percent: accuracy.mapePercent,
    coverage_80: accuracy.coverage80,
    coverage_95: accuracy.coverage95,
    total_error_percent: accuracy.totalErrorPercent,
  };
}
