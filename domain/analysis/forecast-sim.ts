import { dayNumber, dayOfNumber } from "#analytics/calendar.ts";
import { peerForecaster } from "#analytics/forecast/peers.ts";
import { type CleanSeries, cleanDays } from "#analytics/forecast/series.ts";
import {
  type Forecast,
  Forecaster,
  type ForecastOptions,
  forecastClean,
  SeriesError,
} from "#analytics/forecast.ts";
import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { type AnalysedSim, quotaLasts, readAnalysedSim } from "./analysed-sim.ts";
import { accuracyRow, boundsOf, dayRows, historyRows, runOutRow } from "./forecast-rows.ts";
import { forecastSummary } from "./forecast-summary.ts";
import { learntCalibration } from "./learnt-calibration.ts";
import type { UsageForecast } from "./usage-forecast.ts";

export const FORECAST_METHODS = ["auto", "prophet", "mstl"] as const;
export type ForecastMethod = (typeof FORECAST_METHODS)[number];

interface Options {
  readonly horizonDays: number;
  readonly method: ForecastMethod;
}

/** What a SIM will use, when its quota runs out, and how good such forecasts of it have been. @throws NotFound */
export async function forecastSim(
  actor: Actor,
  iccid: string,
  { horizonDays, method }: Options,
): Promise<UsageForecast> {
  const { sim, calibration } = await asActor(actor, async (sql) => {
    const [sim, calibration] = await Promise.all([
      readAnalysedSim(sql, iccid),
      learntCalibration(sql),
    ]);
    return { sim, calibration };
  });
  const { subject, asOf, quota } = sim;
  const shownQuota = quota && {
    total: quota.total,
    remaining: quota.remaining,
    expires_at: quota.expiresAt?.toISOString() ?? null,
  };
  const known = { subject, as_of: asOf, horizon_days: horizonDays, quota: shownQuota };
  const clean = cleanedOf(sim);
  if (asOf === null || clean === null) return { ...known, ...NOTHING, summary: nothingKnown(sim) };
  const last = dayOfNumber(clean.lastDay ?? dayNumber(asOf));
  const lasts = quotaLasts(sim, last);
  const made = await forecastBy(method, clean, {
    horizonDays,
    ...(calibration && { calibration }),
    ...(lasts && { remainingBytes: lasts.bytes, remainingLastsDays: lasts.days }),
  });
  const output = {
    ...known,
    as_of: last,
    class: made.class,
    method: made.method,
    history: historyRows(sim.values, asOf),
    days: dayRows(made.days, last),
    total: {
      ...boundsOf(made.total),
      mean: Math.round(made.total.mean),
      median: Math.round(made.total.median),
    },
    run_out: made.runOut && runOutRow(made.runOut, last),
    accuracy: made.accuracy && accuracyRow(made.accuracy),
    notes: [...made.notes, ...notesOn(sim)],
  };
  return { ...output, summary: forecastSummary(output) };
}

const NOTHING = {
  class: null,
  method: null,
  history: [],
  days: [],
  total: null,
  run_out: null,
  accuracy: null,
  notes: [],
};

/** Null where there is no day to go by. What is closed will use nothing, whatever it used before. */
function cleanedOf({ status, firstDay, values }: AnalysedSim): CleanSeries | null {
  if (firstDay === null) return null;
  const first = dayNumber(firstDay);
  const used = status === "deactivated" ? new Float64Array(values.length) : values;
  try {
    return cleanDays(Array.from(used, (value, i) => ({ day: first + i, value })));
  } catch (error) {
    if (error instanceof SeriesError) return null;
    throw error;
  }
}

async function forecastBy(
  method: ForecastMethod,
  clean: CleanSeries,
  options: ForecastOptions,
): Promise<Forecast> {
  if (method === "auto") return forecastClean(new Forecaster(options.calibration), clean, options);
  return (await peerForecaster(method))(clean, options);
}

function notesOn(sim: AnalysedSim): string[] {
  const { status, quota, asOf } = sim;
  const notes: string[] = [];
  if (status === "deactivated") notes.push("The SIM is deactivated: no use is expected.");
  else if (status !== "active") {
    notes.push(`The SIM is ${status}: this is what it would use if it went on as before.`);
  }
  if (quota && quota.total > 0 && asOf !== null && quotaLasts(sim, asOf) === null) {
    notes.push("The quota on record has ended, so when it runs out is not told.");
  }
  return notes;
}

function nothingKnown({ subject, asOf }: AnalysedSim): string {
  return asOf === null
    ? "No usage of this fleet is known yet, so nothing can be forecast."
    : `${subject.name} has used no data in the last 180 days, so there is nothing to forecast from.`;
}
