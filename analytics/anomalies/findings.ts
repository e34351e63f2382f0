import type { UsageClass } from "./types.ts";

/** What the days themselves show, before it is put into words. */
export type Finding =
  | { readonly what: "high" | "low" | "growth" | "level" | "talkative"; readonly span: Span }
  | { readonly what: "silence"; readonly span: Span; readonly longestOther: number }
  | { readonly what: "rhythm"; readonly span: Span; readonly shareLeft: number };

export interface Span {
  /** Days of the series, counted from 0. */
  readonly first: number;
  readonly last: number;
  /** 1 is where it becomes an anomaly. */
  readonly strength: number;
}

/** Of a day within a silence, which has no distance that could be measured. */
export const SILENT_DEVIATION = -5;

export interface Examined {
  readonly class: UsageClass;
  readonly findings: readonly Finding[];
  readonly expected: Float64Array;
  /** In units of the device's usual distance from what is expected; NaN where a day is not judged. */
  readonly deviations: Float64Array;
}

export const overlaps = (a: Pick<Span, "first" | "last">, b: Pick<Span, "first" | "last">) =>
  a.first <= b.last && b.first <= a.last;
