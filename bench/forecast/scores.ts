import type { Forecaster } from "#analytics/forecast/forecaster.ts";
import { HORIZON } from "./cases.ts";

export const WEEK = 7;

/** What one forecast was worth: a week and a month ahead. */
export interface Score {
  readonly kind: string;
  readonly zeroShare: number;
  readonly mase7: number;
  readonly mase30: number;
  /** Shares of days inside, or for the total 0 or 1. */
  readonly inside: Readonly<Record<Interval, number>>;
  readonly totalError: number;
}
/** Days or total, within 7 or 30 days, at 80 or 95 %. */
export type Interval = `${"days" | "total"}${7 | 30}at${80 | 95}`;

export function scoreOf(
  forecaster: Forecaster,
  days: Float64Array,
  origin: number,
  scale: number,
): Score {
  const { outlook } = forecaster;
  const actual = days.subarray(origin, origin + HORIZON);
  const inside = {} as Record<Interval, number>;
  for (const length of [WEEK, HORIZON] as const) {
    const bounds = forecaster.totalBounds(length);
    const used = sum(actual, length);
    inside[`days${length}at80`] = shareInside(actual, outlook.lower80, outlook.upper80, length);
    inside[`days${length}at95`] = shareInside(actual, outlook.lower95, outlook.upper95, length);
    inside[`total${length}at80`] = isInside(used, bounds.lower80, bounds.upper80) ? 1 : 0;
    inside[`total${length}at95`] = isInside(used, bounds.lower95, bounds.upper95) ? 1 : 0;
  }
  return {
    kind: forecaster.kind,
    zeroShare: days.subarray(0, origin).filter((value) => value === 0).length / origin,
    mase7: meanMiss(actual, outlook.predicted, WEEK) / scale,
    mase30: meanMiss(actual, outlook.predicted, HORIZON) / scale,
    inside,
    totalError: missOfTotal(forecaster.total(HORIZON).mean, sum(actual, HORIZON)),
  };
}

/** How far what was said for all days together is off; not a number where nothing was used. */
export function totalErrorOf(actual: Float64Array, said: Float64Array): number {
  return missOfTotal(sum(said, said.length), sum(actual, said.length));
}

const missOfTotal = (said: number, total: number): number =>
  total > 0 ? Math.abs(said - total) / total : Number.NaN;

export function meanMiss(actual: Float64Array, said: Float64Array, length: number): number {
  let miss = 0;
  for (let day = 0; day < length; day++) miss += Math.abs((actual[day] ?? 0) - (said[day] ?? 0));
  return miss / length;
}

function shareInside(
  actual: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
  length: number,
): number {
  let inside = 0;
  for (let day = 0; day < length; day++) {
    if (isInside(actual[day] ?? 0, lower[day] ?? 0, upper[day] ?? 0)) inside++;
  }
  return inside / length;
}

const isInside = (value: number, lower: number, upper: number): boolean =>
  value >= lower * (1 - 1e-9) && value <= upper * (1 + 1e-9);

const sum = (values: Float64Array, length: number): number =>
  values.subarray(0, length).reduce((total, value) => total + value, 0);

export const meanOf = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / values.length;
