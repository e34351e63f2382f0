import { amount } from "../anomalies/amount.ts";
import { quantileOf } from "../forecast/floats.ts";
import { type Micros, micros, minorText, toMinor } from "./money.ts";
import { expectedCost, type Plan, riskBeyond, shareNoDearer } from "./plan.ts";

export type AdviceType = "upgrade" | "downgrade" | "maintain" | "top_up";

export interface CurrentQuota {
  /** The plan's name in the price table. */
  readonly plan: string;
  /** What of this period's volume is left, and for how long, where a period is known. */
  readonly remainingBytes?: number;
  readonly daysLeft?: number;
}

export interface Advice {
  readonly type: AdviceType;
  readonly plan: string;
  readonly currency: string;
  /** Volume of a month, now and as advised. */
  readonly currentTotal: number;
  readonly recommendedTotal: number;
  /** Cents (or what the currency has) a month; below zero it costs more. */
  readonly monthlySavingMinor: bigint;
  /** The same as a decimal. */
  readonly monthlySaving: string;
  /** Chance that the included volume does not last for 30 days. */
  readonly riskBefore: number;
  readonly riskAfter: number;
  /** Share of the possible months in which the advice is no worse than what is. */
  readonly confidence: number;
  readonly packages: number;
  readonly reason: string;
}

export interface AdviceOptions {
  /** A plan that cuts off may do so in this share of the months. */
  readonly mostRisk?: number;
  /** Savings below this share of the present cost are not worth a change. */
  readonly leastSavingShare?: number;
  /** Below this confidence the plan stays. */
  readonly leastConfidence?: number;
}

interface Priced {
  readonly plan: Plan;
  readonly cost: Micros;
}

/**
 * The cheapest way to carry what a month may bring, in the mean over the sorted `totals`; null without a price table
 * for it.
 *
 * @param totalsOfPeriod Of the days that are left of a quota; asked for only where it could be topped up.
 */
export function recommendFromTotals(
  totals: Float64Array,
  totalsOfPeriod: () => Float64Array,
  plans: readonly Plan[],
  current: CurrentQuota,
  { mostRisk = 0.05, leastSavingShare = 0.03, leastConfidence = 0.6 }: AdviceOptions = {},
): Advice | null {
  const own = plans.find(({ name }) => name === current.plan);
  if (!own || totals.length === 0) return null;
  const ownCost = expectedCost(own, totals, 1) ?? micros(own.monthlyPrice);
  const isCutOff = expectedCost(own, totals, mostRisk) === null;
  const priced = plans
    .filter(({ currency }) => currency === own.currency)
    .map((plan) => ({ plan, cost: expectedCost(plan, totals, mostRisk) }))
    .filter((each): each is Priced => each.cost !== null);
  const best = priced.reduce<Priced | null>(
    (least, each) => (least === null || each.cost < least.cost ? each : least),
    null,
  );
  const riskBefore = riskBeyond(own.includedBytes, totals);
  const base = { currency: own.currency, currentTotal: own.includedBytes, riskBefore };
  const saving = best ? toMinor(ownCost - best.cost, own.currency) : 0n;
  const confidence = best ? shareNoDearer(best.plan, own, totals) : 0;
  const isWorthIt =
    best !== null &&
    best.plan !== own &&
    (isCutOff ||
      (saving > 0n &&
        ownCost - best.cost >= leastSavingShare * ownCost &&
        confidence >= leastConfidence));

  if (best && isWorthIt) {
    const isMore = best.plan.includedBytes > own.includedBytes;
    const riskAfter = riskBeyond(best.plan.includedBytes, totals);
    return {
      ...base,
      type: isMore ? "upgrade" : "downgrade",
      plan: best.plan.name,
      recommendedTotal: best.plan.includedBytes,
      ...money(saving, own.currency),
      riskAfter,
      confidence,
      packages: 0,
      reason: `${usage(totals)} ${best.plan.name} includes ${amount(best.plan.includedBytes, "bytes")} and costs ${priceText(best.cost, own.currency)} a month in the mean, ${own.name} ${priceText(ownCost, own.currency)}${isCutOff ? ` and would be cut off in ${percent(riskBefore)} of the months` : ""}.`,
    };
  }
  const topUp = packagesNeeded(own, current, totalsOfPeriod, mostRisk);
  if (topUp) {
    const cost = toMinor(micros(own.topUp?.price ?? "0") * topUp.packages, own.currency);
    return {
      ...base,
      type: "top_up",
      plan: own.name,
      riskBefore: topUp.riskBefore,
      riskAfter: topUp.riskAfter,
      recommendedTotal: own.includedBytes + topUp.bytes,
      ...money(-cost, own.currency),
      confidence: 1 - topUp.riskAfter,
      packages: topUp.packages,
      reason: `${amount(current.remainingBytes ?? 0, "bytes")} are left for ${current.daysLeft} days, which is too little in ${percent(topUp.riskBefore)} of the cases; ${topUp.packages === 1 ? "one package" : `${topUp.packages} packages`} of ${amount(own.topUp?.bytes ?? 0, "bytes")} for ${minorText(cost, own.currency)} ${own.currency} ${topUp.packages === 1 ? "brings" : "bring"} that to ${percent(topUp.riskAfter)}.`,
    };
  }
  return {
    ...base,
    type: "maintain",
    plan: own.name,
    recommendedTotal: own.includedBytes,
    ...money(0n, own.currency),
    riskAfter: riskBefore,
    confidence: best && best.plan !== own ? 1 - confidence : 1,
    packages: 0,
    reason: maintained(totals, own, priceText(ownCost, own.currency), best === null && isCutOff),
  };
}

function maintained(totals: Float64Array, own: Plan, cost: string, isStuck: boolean): string {
  return isStuck
    ? `${usage(totals)} No plan of the table carries that; ${own.name} is kept.`
    : `${usage(totals)} No plan is clearly cheaper than ${own.name}, which costs ${cost} a month in the mean.`;
}

function money(minor: bigint, currency: string) {
  return { monthlySavingMinor: minor, monthlySaving: minorText(minor, currency) };
}

/** The fewest packages with which the rest of the period is safe; null where it is, or none are sold. */
function packagesNeeded(
  plan: Plan,
  { remainingBytes, daysLeft }: CurrentQuota,
  totalsOfPeriod: () => Float64Array,
  mostRisk: number,
) {
  if (!plan.topUp || remainingBytes === undefined || daysLeft === undefined) return null;
  const totals = totalsOfPeriod();
  const riskBefore = riskBeyond(remainingBytes, totals);
  if (riskBefore <= mostRisk) return null;
  const short = quantile(totals, 1 - mostRisk) - remainingBytes;
  const packages = Math.max(1, Math.ceil(short / plan.topUp.bytes));
  const bytes = packages * plan.topUp.bytes;
  return { packages, bytes, riskBefore, riskAfter: riskBeyond(remainingBytes + bytes, totals) };
}

function usage(totals: Float64Array): string {
  const low = amount(quantile(totals, 0.1), "bytes");
  const high = amount(quantile(totals, 0.9), "bytes");
  return `Uses ${amount(quantile(totals, 0.5), "bytes")} in 30 days, ${low} to ${high} in eight of ten cases.`;
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
const priceText = (cost: Micros, currency: string) =>
  `${minorText(toMinor(cost, currency), currency)} ${currency}`;

const quantile = (totals: Float64Array, share: number) =>
  quantileOf(totals, 0, totals.length, share);
