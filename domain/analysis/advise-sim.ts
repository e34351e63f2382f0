import { quantile } from "#analytics/anomalies/order-statistics.ts";
import { micros, minorText, toMinor } from "#analytics/quota/money.ts";
import { expectedCost, riskBeyond } from "#analytics/quota/plan.ts";
import { type Advice, type Plan, possibleTotals, recommendQuota } from "#analytics/quota-advice.ts";
import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { adviceSummary } from "./advice-summary.ts";
import { type AnalysedSim, quotaLasts, readAnalysedSim } from "./analysed-sim.ts";
import { priceTable } from "./price-table.ts";
import type { QuotaAdvice } from "./quota-advice.ts";

const MOST_CUT = 0.05;
/** Top-ups are advised for no longer than this, however long a quota lasts. */
const AHEAD_DAYS = 30;

/** The plan, or the top-up, that carries a SIM's use for the least money. @throws NotFound */
export async function adviseSim(actor: Actor, iccid: string): Promise<QuotaAdvice> {
  const { sim, plans } = await asActor(actor, async (sql) => {
    const [sim, plans] = await Promise.all([readAnalysedSim(sql, iccid), priceTable(sql, actor)]);
    return { sim, plans };
  });
  const { subject, asOf, quota, values } = sim;
  const own = plans.find(({ name }) => name === sim.ratePlan);
  const lasts = asOf === null ? null : quotaLasts(sim, asOf);
  const daysLeft = lasts && Number.isFinite(lasts.days) ? lasts.days : null;
  const totals = possibleTotals(values);
  const whyNot = whyNoAdvice(sim, own, totals);
  const made =
    own && !whyNot
      ? recommendQuota({ dailyVolumes: values }, plans, {
          plan: own.name,
          ...(lasts && {
            remainingBytes: Math.max(0, lasts.bytes),
            daysLeft: Math.min(AHEAD_DAYS, lasts.days),
          }),
        })
      : null;
  const output = {
    subject,
    as_of: asOf,
    plan: own ? priceOf(own) : null,
    quota: quota && { total: quota.total, remaining: quota.remaining, days_left: daysLeft },
    advice: made && adviceRow(made),
    why_not: whyNot,
    plans: totals.length > 0 && own ? comparedBy(plans, own.currency, totals) : [],
    totals:
      totals.length > 0
        ? {
            lower_80: quantile(totals, 0.1),
            median: quantile(totals, 0.5),
            upper_80: quantile(totals, 0.9),
          }
        : null,
  };
  return { ...output, summary: adviceSummary(output) };
}

function whyNoAdvice(
  { subject, status, ratePlan }: AnalysedSim,
  own: Plan | undefined,
  totals: Float64Array,
): string | null {
  if (status === "deactivated") return `${subject.name} is deactivated.`;
  if (ratePlan === null) return `No rate plan is on record for ${subject.name}.`;
  if (!own) return `The price of ${ratePlan} is not on record.`;
  if (totals.length === 0) return "Fewer than four weeks of its usage are known.";
  return null;
}

function adviceRow(advice: Advice): NonNullable<QuotaAdvice["advice"]> {
  return {
    type: advice.type,
    plan: advice.plan,
    current_total: advice.currentTotal,
    recommended_total: advice.recommendedTotal,
    monthly_saving: advice.monthlySaving,
    currency: advice.currency,
    risk_before: advice.riskBefore,
    risk_after: advice.riskAfter,
    confidence: advice.confidence,
    packages: advice.packages,
    reason: advice.reason,
  };
}

function comparedBy(
  plans: readonly Plan[],
  currency: string,
  totals: Float64Array,
): QuotaAdvice["plans"] {
  return plans
    .filter((plan) => plan.currency === currency)
    .map((plan) => ({ plan, cost: expectedCost(plan, totals, MOST_CUT) }))
    .sort((a, b) => compare(a.cost, b.cost))
    .map(({ plan, cost }) => ({
      ...priceOf(plan),
      mean_cost: cost === null ? null : minorText(toMinor(cost, currency), currency),
      risk: riskBeyond(plan.includedBytes, totals),
    }));
}

/** The cheapest first, what cuts off last. */
function compare(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a - b;
}

function priceOf({ name, monthlyPrice, currency, includedBytes }: Plan) {
  const price = minorText(toMinor(micros(monthlyPrice), currency), currency);
  return { name, price, currency, included: includedBytes };
}
