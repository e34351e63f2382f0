import { dayAfter } from "../calendar.ts";
import { wordsFor } from "./describe.ts";
import type { Examined, Finding } from "./findings.ts";
import { severityOf } from "./severity.ts";
import type { Anomaly, AnomalyKind, DailySeries } from "./types.ts";

const KIND: Readonly<Record<Finding["what"], AnomalyKind>> = {
  high: "spike",
  low: "drop",
  silence: "silence",
  talkative: "pattern",
  growth: "pattern",
  level: "pattern",
  rhythm: "pattern",
};

/** A device's days and what was made of them. */
export interface Judged {
  readonly series: DailySeries;
  readonly values: Float64Array;
  readonly examined: Examined;
  readonly unit: string;
}

export function toAnomaly(finding: Finding, { series, values, examined, unit }: Judged): Anomaly {
  const { what, span } = finding;
  const { first, last } = span;
  const isOngoing = last >= values.length - 1 && what !== "level";
  const observed = what === "growth" ? meanOf(values, last - 6, last) : meanOf(values, first, last);
  const expected = expectedOf(finding, values, examined.expected);
  const extent = { observed, expected, days: last - first + 1, isOngoing };
  const day = dayAfter(series.firstDay, first);
  const lastDay = dayAfter(series.firstDay, last);
  return {
    kind: KIND[what],
    day,
    lastDay,
    ...extent,
    score: scoreOf(span.strength),
    severity: severityOf(finding, extent),
    ...wordsFor(finding, { ...extent, day, lastDay, unit }),
  };
}

/** 0.5 where something becomes an anomaly, towards 1 for what is ever farther from it. */
export function scoreOf(strength: number): number {
  const reached = Math.max(1, strength);
  return Number((reached / (1 + reached)).toFixed(3));
}

/** A new level and a growth are told by what was before them: the expectation has followed them. */
function expectedOf({ what, span }: Finding, values: Float64Array, expected: Float64Array): number {
  if (what === "level" || what === "growth") return meanOf(values, span.first - 21, span.first - 1);
  return meanOf(expected, span.first, span.last);
}

/** Of the days that are known; 0 of none. */
export function meanOf(values: Float64Array, first: number, last: number): number {
  let sum = 0;
  let known = 0;
  for (let day = Math.max(0, first); day <= last && day < values.length; day++) {
    const value = values[day] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    known++;
  }
  return known > 0 ? sum / known : 0;
}
