import { dayOfNumber } from "../calendar.ts";
import type { Calibration } from "../forecast/calibration.ts";
import { Forecaster } from "../forecast/forecaster.ts";
import { learnCalibration } from "../forecast/learn-calibration.ts";
import { type PeerMethod, peerForecaster } from "../forecast/peers.ts";
import { type CleanSeries, cleanDays, SeriesError } from "../forecast/series.ts";
import { checkedHorizon, type Forecast, forecastClean } from "../forecast.ts";
import type { HeldRows } from "./held-rows.ts";
import type { HeldFile } from "./held-series.ts";

export interface FileOptions {
  readonly horizonDays: number;
  readonly method: "auto" | PeerMethod;
  readonly gaps: "zero" | "missing";
  readonly backtestOrigins: number;
}
export type Outcome =
  | { readonly id: string; readonly forecast: Forecast; readonly lastDay: number }
  | { readonly id: string; readonly problem: string };

/** So many series say how wide the intervals of the file's classes must be. */
const LEARNT_FROM = 2_000;

/** Forecasts every series of a file in turn; one that cannot be is given with its reason. */
export async function* forecastFile(
  { byId }: HeldFile,
  options: FileOptions,
): AsyncGenerator<Outcome> {
  checkedHorizon(options.horizonDays);
  const forecastOne = await forecasterOf(byId, options);
  for (const [id, rows] of byId) {
    try {
      const clean = cleanOf(rows, options);
      yield { id, forecast: forecastOne(clean, options), lastDay: clean.lastDay ?? 0 };
    } catch (error) {
      if (!(error instanceof SeriesError)) throw error;
      yield { id, problem: error.message };
    }
  }
}

async function forecasterOf(byId: Map<string, HeldRows>, options: FileOptions) {
  if (options.method !== "auto") return peerForecaster(options.method);
  const forecaster = new Forecaster(calibrationOf(byId, options));
  return (clean: CleanSeries) => forecastClean(forecaster, clean, options);
}

function calibrationOf(byId: Map<string, HeldRows>, options: FileOptions): Calibration {
  const step = Math.max(1, Math.floor(byId.size / LEARNT_FROM));
  const histories = function* () {
    let index = 0;
    for (const rows of byId.values()) {
      if (index++ % step !== 0) continue;
      const clean = cleanOrNothing(rows, options);
      if (clean) yield clean.history;
    }
  };
  return learnCalibration(histories(), options.horizonDays);
}

function cleanOrNothing(rows: HeldRows, options: FileOptions): CleanSeries | undefined {
  try {
    return cleanOf(rows, options);
  } catch (error) {
    // Told where the series has its turn.
    if (error instanceof SeriesError) return;
    throw error;
  }
}

function cleanOf(rows: HeldRows, { gaps }: FileOptions): CleanSeries {
  const clean = cleanDays(rows.points(), gaps);
  return { ...clean, notes: [...rows.notes(), ...clean.notes] };
}

export const DAY_COLUMNS = ["id", "day", "predicted", "lo80", "hi80", "lo95", "hi95", "mean"];

export function dayRows(
  { id, forecast, lastDay }: Extract<Outcome, { forecast: Forecast }>,
  hasDates: boolean,
): (string | number)[][] {
  return forecast.days.map((day, index) => {
    const number = lastDay + 1 + index;
    const bounds = [day.lower80, day.upper80, day.lower95, day.upper95];
    return [
      id,
      hasDates ? dayOfNumber(number) : number,
      ...[day.predicted, ...bounds, day.mean].map(rounded),
    ];
  });
}

export const SUMMARY_COLUMNS = [
  ...["id", "class", "method", "history_days", "horizon_days", "total_mean", "total_median"],
  ...["total_lo80", "total_hi80", "total_lo95", "total_hi95", "backtest_origins", "mase"],
  ...["wape_percent", "mape_percent", "coverage80", "coverage95", "notes", "problem"],
];

export function summaryRow(outcome: Outcome): (string | number)[] {
  if ("problem" in outcome) {
    return [outcome.id, ...new Array(SUMMARY_COLUMNS.length - 2).fill(""), outcome.problem];
  }
  const { id, forecast } = outcome;
  const { total, accuracy } = forecast;
  const bounds = [total.lower80, total.upper80, total.lower95, total.upper95];
  const scores = accuracy
    ? [
        accuracy.mase,
        accuracy.wapePercent,
        accuracy.mapePercent,
        accuracy.coverage80,
        accuracy.coverage95,
      ]
    : [null, null, null, null, null];
  return [
    ...[id, forecast.class, forecast.method, forecast.historyDays, forecast.horizonDays],
    ...[total.mean, total.median, ...bounds].map(rounded),
    accuracy?.origins ?? 0,
    ...scores.map((score) => (score === null ? "" : Number(score.toPrecision(4)))),
    forecast.notes.join(" "),
    "",
  ];
}

/** Whole bytes; small units of other data keep their digits. */
const rounded = (value: number): number =>
  value >= 10_000 ? Math.round(value) : Number(value.toPrecision(6));
