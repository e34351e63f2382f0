import type { Anomaly, AnomalyKind, JudgedDays, Severity } from "../anomalies/types.ts";

export interface CohortMember {
  readonly id: string;
  /** What it belongs to, named as a person would: `customer Acme`, `operator 26201`, `tag cold chain`. */
  readonly groups: readonly string[];
  readonly anomalies: readonly Anomaly[];
  /** As `detect` gives them with `withDays`. */
  readonly days: JudgedDays;
}

export interface CohortEvent {
  readonly kind: "cohort";
  readonly cohort: string;
  readonly day: string;
  readonly lastDay: string;
  readonly days: number;
  readonly isOngoing: boolean;
  /** Members that moved, members that were there, and the share of the first in the second. */
  readonly moved: readonly string[];
  readonly members: number;
  readonly share: number;
  /** Of those that moved together: means of the days. */
  readonly observed: number;
  readonly expected: number;
  readonly score: number;
  readonly severity: Severity;
  readonly reason: string;
  readonly nextStep: string;
  /** Kinds of members' own anomalies of these days that this event tells instead. */
  readonly folds: readonly AnomalyKind[];
}

export interface CohortOptions {
  readonly leastMembers?: number;
  /** Of a group's members, so many must have moved. */
  readonly leastShare?: number;
  /** Newest days that are looked at; they decide the memory needed. */
  readonly days?: number;
  readonly unit?: string;
}

export interface Cohorts {
  readonly events: readonly CohortEvent[];
  /** What is left of the members' own anomalies. */
  readonly singles: readonly { readonly id: string; readonly anomalies: readonly Anomaly[] }[];
}
