import type { Plan } from "./quota/plan.ts";
import { possibleTotals, type TotalsOptions } from "./quota/possible-totals.ts";
import {
  type Advice,
  type AdviceOptions,
  type CurrentQuota,
  recommendFromTotals,
} from "./quota/recommend.ts";

export type { Plan } from "./quota/plan.ts";
export { type PooledAdvice, pooledAdvice } from "./quota/pooled.ts";
export { possibleTotals } from "./quota/possible-totals.ts";
export type { Advice, AdviceOptions, AdviceType, CurrentQuota } from "./quota/recommend.ts";

export type UsageHistory =
  /** Daily volumes, oldest first: the months to come are drawn from their weeks. */
  | { readonly dailyVolumes: ArrayLike<number> }
  /** Totals of 30 days, as they were or as a forecast draws them: taken as they are. */
  | { readonly totals: ArrayLike<number> };

const LEAST_TOTALS = 3;
const MONTH_DAYS = 30;

/**
 * The plan that carries a month's use for the least money in the mean; null where the plan is not in the table, or
 * there is too little use known to say anything (under four weeks of days, or three totals).
 */
export function recommendQuota(
  usage: UsageHistory,
  plans: readonly Plan[],
  current: CurrentQuota,
  options: AdviceOptions & TotalsOptions = {},
): Advice | null {
  const totals =
    "totals" in usage
      ? finite(usage.totals)
      : possibleTotals(usage.dailyVolumes, { ...options, horizonDays: MONTH_DAYS });
  if (totals.length < LEAST_TOTALS) return null;
  const daysLeft = current.daysLeft ?? MONTH_DAYS;
  const ofPeriod = () =>
    "totals" in usage
      ? totals.map((total) => (total * daysLeft) / MONTH_DAYS)
      : possibleTotals(usage.dailyVolumes, { ...options, horizonDays: daysLeft });
  return recommendFromTotals(totals, ofPeriod, plans, current, options);
}

function finite(totals: ArrayLike<number>): Float64Array {
  return Float64Array.from(totals)
    .filter((total) => Number.isFinite(total) && total >= 0)
    .sort();
}
