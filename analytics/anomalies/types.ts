/** Daily values of one device, oldest first. */
export interface DailySeries {
  /** The day of the first value, as `YYYY-MM-DD`. */
  readonly firstDay: string;
  /** One a day; NaN where the volume is unknown, 0 where there was no traffic. */
  readonly values: ArrayLike<number>;
  /** What was seen of each day, where known, in the order of `values`. */
  readonly countries?: ArrayLike<string | null>;
  readonly operators?: ArrayLike<string | null>;
  readonly imeis?: ArrayLike<string | null>;
}

export type AnomalyKind = "spike" | "drop" | "silence" | "pattern" | "roaming" | "imei";
export type Severity = "low" | "medium" | "high" | "critical";
export type UsageClass = "regular" | "bursty" | "intermittent" | "silent";

export interface Anomaly {
  readonly kind: AnomalyKind;
  readonly day: string;
  readonly lastDay: string;
  readonly days: number;
  readonly isOngoing: boolean;
  /** Mean of its days, and what was expected of them, in the series' unit. */
  readonly observed: number;
  readonly expected: number;
  /** 0 to 1; 0.5 is where it becomes an anomaly. */
  readonly score: number;
  readonly severity: Severity;
  readonly reason: string;
  readonly nextStep: string;
  /** For `roaming` and `imei`: what was seen that was not seen before. */
  readonly seen?: string;
}

/** "Not an anomaly", said of one found earlier for the same device. */
export type Feedback = Pick<Anomaly, "kind" | "observed" | "expected" | "days" | "seen">;

export interface DetectOptions {
  /** What the values count; `bytes` are written as kB, MB, GB in steps of 1024. */
  readonly unit?: string;
  /** Only anomalies that reach this day or a later one. */
  readonly since?: string;
  readonly feedback?: readonly Feedback[];
  /** Also the expectation and the deviation of each day, as `detectCohorts` needs them. */
  readonly withDays?: boolean;
}

export interface Detection {
  readonly isJudged: boolean;
  /** Why nothing could be said, where nothing could. */
  readonly reason: string | null;
  readonly class: UsageClass | null;
  readonly anomalies: readonly Anomaly[];
  /** Those that feedback has dismissed. */
  readonly dismissed: readonly Anomaly[];
  /** What was found wrong with the values themselves, a sentence each. */
  readonly notes: readonly string[];
  readonly days?: JudgedDays;
}

export interface JudgedDays {
  readonly firstDay: string;
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  /** Each day's distance from what was expected in units of the device's usual distance; NaN: unknown. */
  readonly deviations: Float64Array;
}
