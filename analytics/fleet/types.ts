import type { Anomaly, DailySeries, Feedback } from "../anomalies/types.ts";
import type { BoardRows } from "../cohorts/board.ts";
import type { Calibration } from "../forecast/calibration.ts";
import type { Plan } from "../quota/plan.ts";
import type { Advice } from "../quota/recommend.ts";
import type { AdviceColumns, ForecastColumns, OutlookColumns } from "./columns.ts";

/** What is the same for all SIMs of an analysis. Days are numbers since 1970-01-01. */
export interface FleetContext {
  /** Tells one analysis from another: what is made from the rest is kept as long as this stays. */
  readonly id: string;
  readonly firstDay: number;
  /** The last whole day; histories end with it. */
  readonly lastDay: number;
  readonly calibration: Calibration;
  /** Of ordinary days, as `ordinaryWindows` gives them. */
  readonly windows: Float64Array;
  readonly plans: readonly Plan[];
}

export interface RemainingQuota {
  /** At the end of the last whole day. */
  readonly remaining: number;
  /** For how many days from then on; null: for good. */
  readonly lastsDays: number | null;
}

/** Daily numbers as Postgres writes arrays: `{0,1,5}` days after the first one, `{12,7,90}` volumes. */
export interface PackedDays {
  readonly days: string;
  readonly values: string;
}

export interface SimToAnalyse {
  readonly id: string;
  /** Null: nothing was ever used in these days. */
  readonly usage: PackedDays | null;
  readonly sms: PackedDays | null;
  readonly data: RemainingQuota | null;
  readonly smsQuota: RemainingQuota | null;
  readonly plan: string | null;
  /** Only of a SIM in use anything is expected. */
  readonly isActive: boolean;
  /** Sums that it is part of. */
  readonly sums: readonly string[];
  readonly dismissed: readonly Feedback[];
  /** Of each day from the first one on; null: nothing of note. */
  readonly seen: Pick<DailySeries, "countries" | "operators" | "imeis"> | null;
}

export interface Outlook {
  /** The day by which it is more likely than not used up. */
  readonly runsOutOn: number | null;
  /** Null where nothing can be said. */
  readonly probability30Days: number | null;
}

export interface FoundAnomaly extends Anomaly {
  readonly oddness: number;
}

/** Null where there is no such quota. */
export interface Outlooks {
  readonly id: string;
  readonly data: Outlook | null;
  readonly sms: Outlook | null;
}

export interface AnalysedSim extends Outlooks {
  /** Null where nothing is forecast. */
  readonly forecast: { readonly class: string; readonly days: string } | null;
  /** Null where nothing could be judged. */
  readonly anomalies: readonly FoundAnomaly[] | null;
  readonly advice: Advice | null;
}

export interface Problem {
  readonly id: string;
  readonly problem: string;
}

/** Some SIMs' results: rows for tables, and what is needed of them when all are there. */
export interface Analysed {
  readonly forecasts: ForecastColumns;
  readonly outlooks: OutlookColumns;
  readonly advice: AdviceColumns;
  /** Those of which anomalies could have been found, and those of which some were. */
  readonly judged: readonly string[];
  readonly anomalies: readonly {
    readonly id: string;
    readonly anomalies: readonly FoundAnomaly[];
  }[];
  readonly problems: readonly Problem[];
  /** In the order of the SIMs. */
  readonly board: BoardRows;
  /** The sums' names, and the states of `Group`s one after the other. */
  readonly sums: readonly string[];
  readonly sumStates: Float64Array;
}

/** Today and the thirty days after, of which a forecast has a row each. */
export const FORECAST_DAYS = 31;
/** Only anomalies that reach one of so many newest days are found again. */
export const RECENT_DAYS = 30;
/** Newest days on which SIMs may have moved together. */
export const BOARD_DAYS = 60;
