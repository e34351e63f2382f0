import type { Anomaly } from "#domain/analysis/anomaly.ts";
import type { QuotaAdvice } from "#domain/analysis/quota-advice.ts";
import type { Subject } from "#domain/analysis/subject.ts";

export const TRUCK: Subject = {
  kind: "sim",
  name: "truck-1",
  iccid: "8988280777000000001",
  customer: "ColdChain",
  sims: 1,
};

export const SPIKE: Anomaly = {
  id: 7,
  ref: "7",
  kind: "spike",
  day: "2026-10-14",
  last_day: "2026-10-16",
  days: 3,
  is_ongoing: false,
  observed: 500 * 1024 ** 2,
  expected: 100 * 1024 ** 2,
  score: 0.9,
  severity: "high",
  reason: "Five times as much as on other Wednesdays.",
  next_step: "Look whether an update ran.",
  seen: null,
  status: "open",
  assigned_to: null,
};

const GB = 1024 ** 3;
const plan = (name: string, price: string, included: number) => ({
  ...{ name, price, currency: "EUR", included },
});

export const UPGRADE = {
  subject: TRUCK,
  as_of: "2026-10-20",
  plan: plan("IoT 1 GB", "2.00", GB),
  quota: null,
  advice: {
    type: "upgrade",
    plan: "IoT 5 GB",
    current_total: GB,
    recommended_total: 5 * GB,
    monthly_saving: "1.50",
    currency: "EUR",
    risk_before: 0.62,
    risk_after: 0.004,
    confidence: 0.9,
    packages: 0,
    reason: "It needs 3 GB a month.",
  },
  why_not: null,
  plans: [
    { ...plan("IoT 5 GB", "4.00", 5 * GB), mean_cost: "4.00", risk: 0.004 },
    { ...plan("IoT 1 GB", "2.00", GB), mean_cost: "5.50", risk: 0.62 },
  ],
  totals: { lower_80: 2 * GB, median: 3 * GB, upper_80: 4 * GB },
  summary: "truck-1 is better on IoT 5 GB.",
} as const satisfies QuotaAdvice;
