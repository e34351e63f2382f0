import { quantile } from "../anomalies/order-statistics.ts";
import { type Micros, micros, minorText, toDecimal, toMinor } from "./money.ts";
import { expectedCost, type Plan } from "./plan.ts";
import { possibleTotals, type TotalsOptions } from "./possible-totals.ts";

export interface PooledAdvice {
  readonly sims: number;
  /** What each SIM needs with 95 % certainty, added up, and what they need together. */
  readonly singleBytes: number;
  readonly pooledBytes: number;
  /** Share of the volume that a pool saves. */
  readonly savedShare: number;
  /** How many SIMs on which plan make the cheapest pool; none where no pool carries it. */
  readonly pool: readonly { readonly plan: string; readonly sims: number }[];
  readonly currency: string | null;
  /** Cents a month in the mean: the cheapest plan for each alone, and the cheapest pool. */
  readonly singleCostMinor: bigint | null;
  readonly pooledCostMinor: bigint | null;
  readonly monthlySaving: string | null;
}

const CERTAINTY = 0.95;
const MOST_CUT = 0.05;
/** A pool is tried at volumes that suffice in so many of the months. */
const TRIED = [0.5, 0.8, 0.9, 0.95, 1] as const;

/**
 * A customer's SIMs on one shared volume against each on its own. The pool is drawn from the days of all together,
 * so what they do at the same time stays together. `members` are daily volumes that end on the same day. It takes
 * a SIM a step, so that others can have their turn in between.
 */
export function* pooledAdvice(
  members: readonly ArrayLike<number>[],
  plans: readonly Plan[],
  options: TotalsOptions = {},
): Generator<void, PooledAdvice | null> {
  const totals: Float64Array[] = [];
  for (const member of members) {
    totals.push(possibleTotals(member, options));
    yield;
  }
  const known = members.filter((_, i) => (totals[i]?.length ?? 0) > 0);
  const singles = totals.filter(({ length }) => length > 0);
  const together = possibleTotals(sumFromTheEnd(known), options);
  if (together.length === 0) return null;
  const singleBytes = singles.reduce((sum, each) => sum + quantile(each, CERTAINTY), 0);
  const pooledBytes = quantile(together, CERTAINTY);
  const currency = plans[0]?.currency ?? null;
  const sold = plans.filter((plan) => plan.currency === currency);
  const single = sumOf(
    singles.map((each) => cheapest(sold, (plan) => expectedCost(plan, each, MOST_CUT))?.cost),
  );
  const pool = cheapest(mixesOf(sold, known.length, together), ({ as }) =>
    expectedCost(as, together, MOST_CUT),
  );
  const minor = (cost: Micros | null | undefined) =>
    cost === null || cost === undefined || currency === null ? null : toMinor(cost, currency);
  const singleCostMinor = minor(single);
  const pooledCostMinor = minor(pool?.cost);
  return {
    sims: known.length,
    singleBytes: Math.round(singleBytes),
    pooledBytes: Math.round(pooledBytes),
    savedShare: singleBytes > 0 ? 1 - pooledBytes / singleBytes : 0,
    pool: pool?.choice.of ?? [],
    currency,
    singleCostMinor,
    pooledCostMinor,
    monthlySaving:
      singleCostMinor === null || pooledCostMinor === null || currency === null
        ? null
        : minorText(singleCostMinor - pooledCostMinor, currency),
  };
}

interface Mix {
  readonly of: readonly { readonly plan: string; readonly sims: number }[];
  /** The pool as one plan with one volume. */
  readonly as: Plan;
}

/** Some SIMs on a larger plan and the others on a smaller one, so that the volume suffices in most months. */
function mixesOf(plans: readonly Plan[], sims: number, totals: Float64Array): Mix[] {
  return plans.flatMap((large) =>
    plans
      .filter(({ includedBytes }) => includedBytes <= large.includedBytes)
      .flatMap((small) => {
        const more = large.includedBytes - small.includedBytes;
        const counts = TRIED.map((share) => {
          const short = quantile(totals, share) - small.includedBytes * sims;
          return more > 0 ? Math.max(0, Math.min(sims, Math.ceil(short / more))) : sims;
        });
        return [...new Set(counts)].map((count) => mixOf(large, count, small, sims - count));
      }),
  );
}

function mixOf(large: Plan, larges: number, small: Plan, smalls: number): Mix {
  const price = micros(large.monthlyPrice) * larges + micros(small.monthlyPrice) * smalls;
  const carrier = larges > 0 ? large : small;
  return {
    of: [
      { plan: large.name, sims: larges },
      { plan: small.name, sims: smalls },
    ].filter(({ sims }) => sims > 0),
    as: {
      ...carrier,
      monthlyPrice: toDecimal(price),
      includedBytes: large.includedBytes * larges + small.includedBytes * smalls,
    },
  };
}

function cheapest<T>(
  choices: readonly T[],
  priceOf: (choice: T) => Micros | null,
): { choice: T; cost: Micros } | null {
  let best: { choice: T; cost: Micros } | null = null;
  for (const choice of choices) {
    const cost = priceOf(choice);
    if (cost !== null && (best === null || cost < best.cost)) best = { choice, cost };
  }
  return best;
}

function sumOf(costs: readonly (Micros | undefined)[]): Micros | null {
  let sum = 0;
  for (const cost of costs) {
    if (cost === undefined) return null;
    sum += cost;
  }
  return sum;
}

function sumFromTheEnd(members: readonly ArrayLike<number>[]): Float64Array {
  const days = members.reduce((most, { length }) => Math.max(most, length), 0);
  const sum = new Float64Array(days);
  for (const member of members) {
    for (let back = 1; back <= member.length; back++) {
      const value = Number(member[member.length - back]);
      if (value > 0) sum[days - back] = (sum[days - back] ?? 0) + value;
    }
  }
  return sum;
}
