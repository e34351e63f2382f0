import { dayOf } from "./calendar.ts";
import type { Fleet } from "./fleet.ts";
import type { History } from "./history.ts";
import type { Outlook } from "./outlook.ts";
import { round } from "./outlook.ts";
import { includedBytes, isLongTerm, monthlyCost } from "./plans.ts";
import { recentOf } from "./statistics.ts";
import type { PlanEntry } from "./vocabulary.ts";

export interface Recommendation {
  readonly type: "upgrade" | "downgrade" | "maintain" | "top_up";
  readonly confidence: number;
  readonly riskBefore: number;
  readonly riskAfter: number;
  readonly currentTotal: number;
  readonly recommendedTotal: number;
  /** Per month; below zero it costs more. */
  readonly monthlySaving: number;
  readonly currency: string;
  readonly reason: string;
}

const SHORT = 0.5;
const DAYS_OF_A_MONTH = 30;

/** Advice for a SIM in use, from its last four weeks and the plans' prices; null for the others. */
export function recommendationOf(
  fleet: Fleet,
  history: History,
  outlook: Outlook,
): Recommendation | null {
  const { sim, data } = history;
  const recent = recentOf(fleet, history, dayOf(history.nowMs));
  if (sim.status !== "active" || recent.activeDays === 0) return null;
  const monthly = recent.mean * DAYS_OF_A_MONTH;
  const isShort = outlook.probability > SHORT;
  const cost = monthlyCost(sim.plan, monthly);
  const { currency } = sim.plan;
  const base = {
    confidence: round(Math.min(0.97, 0.5 + recent.activeDays / 60), 2),
    riskBefore: outlook.probability,
    currentTotal: data.total,
    currency,
  };
  const better = bestPlan(fleet, sim.plan, monthly);
  const saving = round(cost - monthlyCost(better, monthly), 2);
  if (
    isShort &&
    (better === sim.plan || isLongTerm(sim.plan) || includedBytes(better) <= data.total)
  ) {
    const added = Math.max(
      1,
      Math.ceil((monthly - (data.total - data.used)) / includedBytes(sim.plan)),
    );
    return {
      ...base,
      type: "top_up",
      riskAfter: round(outlook.probability * 0.06),
      recommendedTotal: data.total + added * includedBytes(sim.plan),
      monthlySaving: round(-sim.plan.monthly_price * added, 2),
      reason:
        "At the present rate the volume runs out within 30 days; another package covers the month.",
    };
  }
  if (
    better !== sim.plan &&
    includedBytes(better) > includedBytes(sim.plan) &&
    (isShort || saving > 0)
  ) {
    return {
      ...base,
      type: "upgrade",
      riskAfter: round(outlook.probability * 0.1),
      recommendedTotal: includedBytes(better),
      monthlySaving: saving,
      reason: `${better.name} covers a month of this traffic; overage on ${sim.plan.name} costs more.`,
    };
  }
  if (better !== sim.plan && includedBytes(better) < includedBytes(sim.plan) && saving > 0.05) {
    return {
      ...base,
      type: "downgrade",
      riskAfter: round(Math.min(1, outlook.probability + 0.03)),
      recommendedTotal: includedBytes(better),
      monthlySaving: saving,
      reason: `A month of this traffic fits ${better.name}, which costs less than ${sim.plan.name}.`,
    };
  }
  return {
    ...base,
    type: "maintain",
    riskAfter: outlook.probability,
    recommendedTotal: data.total,
    monthlySaving: 0,
    reason: `${sim.plan.name} fits this SIM's traffic.`,
  };
}

function bestPlan(fleet: Fleet, current: PlanEntry, monthlyBytes: number): PlanEntry {
  const peers = fleet.vocabulary.rate_plans.filter(
    (plan) => plan.currency === current.currency && isLongTerm(plan) === isLongTerm(current),
  );
  return peers.reduce(
    (best, plan) =>
      monthlyCost(plan, monthlyBytes) < monthlyCost(best, monthlyBytes) ? plan : best,
    current,
  );
}
