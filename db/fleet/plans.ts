import { chance, type Random, weighted } from "./random.ts";
import type { PlanEntry } from "./vocabulary.ts";

const MB = 1024 ** 2;
const LONG_TERM = /life ?time|prepaid|multi-?year/i;
const LONG_TERM_MONTHS = 24;

export function includedBytes(plan: PlanEntry): number {
  return Math.round(plan.included_mb * MB);
}

/** A volume for the life of the SIM, where the others begin anew each month. */
export function isLongTerm(plan: PlanEntry): boolean {
  return LONG_TERM.test(plan.name);
}

/** What a SIM with this traffic uses of the plan's volume: of a month, or of a long term. */
export function expectedShare(plan: PlanEntry, dailyBytes: number): number {
  const days = 30 * (isLongTerm(plan) ? LONG_TERM_MONTHS : 1);
  return (dailyBytes * days) / includedBytes(plan);
}

/** Mostly the plan that fits; some SIMs have one that is too small or far too large. */
export function choosePlan(
  plans: readonly PlanEntry[],
  dailyBytes: number,
  random: Random,
): PlanEntry {
  const isOddChoice = chance(random, 0.12);
  return weighted(
    random,
    plans.map((plan) => {
      const misfit = Math.abs(Math.log(expectedShare(plan, dailyBytes) / 0.5));
      return [plan, isOddChoice ? 1 / (1 + misfit) : Math.exp(-1.6 * misfit)] as const;
    }),
  );
}

/** Price of a month with this traffic, overage included. */
export function monthlyCost(plan: PlanEntry, monthlyBytes: number): number {
  const months = isLongTerm(plan) ? LONG_TERM_MONTHS : 1;
  const extraMb = Math.max(0, monthlyBytes - includedBytes(plan) / months) / MB;
  return plan.monthly_price + extraMb * plan.overage_price_per_mb;
}
