import type { Detection } from "../anomalies/types.ts";
import { dayOfNumber } from "../calendar.ts";
import { detect } from "../detect.ts";
import { Forecaster } from "../forecast/forecaster.ts";
import { runOutOf } from "../forecast/run-out.ts";
import { type CleanSeries, cleanSeries } from "../forecast/series.ts";
import { HORIZON_DAYS } from "../forecast/sizes.ts";
import { totalsOf } from "../quota/possible-totals.ts";
import { type Advice, recommendFromTotals } from "../quota/recommend.ts";
import { oddnessAmong } from "../rank-anomalies.ts";
import { unpackDays } from "./packed-days.ts";
import { packedForecast } from "./packed-forecast.ts";
import {
  type AnalysedSim,
  type FleetContext,
  FORECAST_DAYS,
  type FoundAnomaly,
  type Outlook,
  type Outlooks,
  RECENT_DAYS,
  type RemainingQuota,
  type SimToAnalyse,
} from "./types.ts";

const MONTH_DAYS = 30;
const NOTHING: Outlook = { runsOutOn: null, probability30Days: 0 };
const UNKNOWN: Outlook = { runsOutOn: null, probability30Days: null };

/** What was found of one SIM, and what it was found from. */
export interface Examination {
  readonly sim: AnalysedSim;
  /** Null where the forecaster did not run. */
  readonly history: Float64Array | null;
  readonly days: Detection["days"] | null;
  readonly notes: readonly string[];
}

/** Examines SIM after SIM of one analysis, in memory that is reserved once. */
export class Analyst {
  readonly context: FleetContext;
  /** Of the SIM that was examined last: what it is expected to use. */
  readonly forecaster: Forecaster;
  readonly #messages: Forecaster;
  readonly #oddness: ReturnType<typeof oddnessAmong>;

  constructor(context: FleetContext) {
    this.context = context;
    this.forecaster = new Forecaster(context.calibration);
    this.#messages = new Forecaster(context.calibration);
    this.#oddness = oddnessAmong(context.windows);
  }

  /** @throws SeriesError where no day of it is known. */
  examine(sim: SimToAnalyse): Examination {
    const { values, clean, data, sms } = this.#ahead(sim);
    if (!values || !clean) return { ...NO_DAYS, sim: { ...NOTHING_KNOWN, id: sim.id, data, sms } };
    const { history } = clean;
    const detection = this.#detect(sim, values);
    const advice = this.#advise(sim, clean, detection);
    return {
      sim: {
        id: sim.id,
        forecast: {
          class: this.forecaster.kind,
          days: packedForecast(this.forecaster.outlook, FORECAST_DAYS),
        },
        data,
        sms,
        anomalies: detection.isJudged ? this.#ranked(detection) : null,
        advice,
      },
      history,
      days: detection.days ?? null,
      notes: clean.notes,
    };
  }

  /** When its quotas run out, and nothing else. @throws SeriesError as `examine`. */
  outlook(sim: SimToAnalyse): Outlooks {
    const { data, sms } = this.#ahead(sim);
    return { id: sim.id, data, sms };
  }

  #ahead(sim: SimToAnalyse) {
    const sms = this.#ofMessages(sim);
    const values = sim.isActive ? this.#historyOf(sim) : null;
    if (!values) return { values, clean: null, data: sim.data && NOTHING, sms };
    const clean = cleanSeries(values);
    this.forecaster.run(clean.history, 0, clean.history.length, HORIZON_DAYS);
    return { values, clean, data: sim.data && this.#outlookOf(this.forecaster, sim.data), sms };
  }

  /** From the first day with usage: before it the SIM was not there. Null where there is none. */
  #historyOf({ usage }: SimToAnalyse): Float64Array | null {
    if (!usage) return null;
    const { firstDay, lastDay } = this.context;
    const values = new Float64Array(lastDay - firstDay + 1);
    unpackDays(usage, values);
    const first = values.findIndex((value) => value !== 0);
    return first < 0 ? null : values.subarray(first);
  }

  #detect(sim: SimToAnalyse, values: Float64Array): Detection {
    const { lastDay } = this.context;
    const firstDay = lastDay - values.length + 1;
    const since = firstDay - this.context.firstDay;
    return detect(
      { firstDay: dayOfNumber(firstDay), values, ...seenSince(sim, since) },
      {
        since: dayOfNumber(lastDay - RECENT_DAYS + 1),
        feedback: sim.dismissed,
        withDays: true,
      },
    );
  }

  #ranked({ anomalies, days }: Detection): FoundAnomaly[] {
    if (!days || anomalies.length === 0) return [];
    const oddness = this.#oddness(anomalies.map((anomaly) => ({ anomaly, days })));
    return anomalies.map((anomaly, i) => ({ ...anomaly, oddness: oddness[i] ?? 0 }));
  }

  #ofMessages({ sms, smsQuota, isActive }: SimToAnalyse): Outlook | null {
    if (!smsQuota) return null;
    if (!isActive || !sms) return NOTHING;
    const { firstDay, lastDay } = this.context;
    const values = new Float64Array(lastDay - firstDay + 1);
    unpackDays(sms, values);
    const { history } = cleanSeries(
      values.subarray(
        Math.max(
          0,
          values.findIndex((n) => n > 0),
        ),
      ),
    );
    this.#messages.run(history, 0, history.length, HORIZON_DAYS);
    return this.#outlookOf(this.#messages, smsQuota);
  }

  #outlookOf(forecaster: Forecaster, { remaining, lastsDays }: RemainingQuota): Outlook {
    const { day, probability30Days } = runOutOf(forecaster, remaining, lastsDays ?? undefined);
    const runsOutOn = day === null ? null : this.context.lastDay + day;
    return { runsOutOn, probability30Days };
  }

  #advise(
    { plan, data }: SimToAnalyse,
    { history }: CleanSeries,
    { class: ofClass, days }: Detection,
  ): Advice | null {
    if (plan === null || !ofClass || !days || days.expected.length !== history.length) return null;
    const usual = { class: ofClass, expected: days.expected };
    const totals = totalsOf(history, usual);
    if (totals.length === 0) return null;
    const daysLeft = Math.min(MONTH_DAYS, data?.lastsDays ?? MONTH_DAYS);
    const current = data
      ? { plan, remainingBytes: Math.max(0, data.remaining), daysLeft }
      : { plan };
    const ofPeriod = () =>
      daysLeft === MONTH_DAYS ? totals : totalsOf(history, usual, { horizonDays: daysLeft });
    return recommendFromTotals(totals, ofPeriod, this.context.plans, current);
  }
}

/** Of a SIM that cannot be examined. */
export const unknownOutlook = ({ id, data, smsQuota }: SimToAnalyse): Outlooks => ({
  id,
  data: data && UNKNOWN,
  sms: smsQuota && UNKNOWN,
});

const NOTHING_KNOWN = { forecast: null, anomalies: null, advice: null };
const NO_DAYS = { history: null, days: null, notes: [] };

function seenSince({ seen }: SimToAnalyse, since: number): SimToAnalyse["seen"] {
  const later = (places: ArrayLike<string | null> = []) => Array.from(places).slice(since);
  return (
    seen && {
      countries: later(seen.countries),
      operators: later(seen.operators),
      imeis: later(seen.imeis),
    }
  );
}
