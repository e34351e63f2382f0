import { z } from "zod";
import { Day, Subject } from "./subject.ts";

const bytes = z.number().meta({ description: "bytes" });
const share = z.number().min(0).max(1);
const money = z.string().meta({ description: "A decimal, in the currency named" });

export const ADVICE_TYPES = ["upgrade", "downgrade", "maintain", "top_up"] as const;

const PlanPrice = z.object({
  name: z.string(),
  price: money.meta({ description: "A month" }),
  currency: z.string(),
  included: bytes,
});

/** What one SIM should be on. */
export const QuotaAdvice = z.object({
  subject: Subject,
  as_of: Day.nullable(),
  plan: PlanPrice.nullable(),
  quota: z.object({ total: bytes, remaining: bytes, days_left: z.number().nullable() }).nullable(),
  advice: z
    .object({
      type: z.enum(ADVICE_TYPES),
      plan: z.string(),
      current_total: bytes,
      recommended_total: bytes,
      monthly_saving: money.meta({ description: "Below zero it costs more" }),
      currency: z.string(),
      risk_before: share.meta({ description: "Of running out in 30 days" }),
      risk_after: share,
      confidence: share,
      packages: z.number().meta({ description: "Top-ups to buy" }),
      reason: z.string(),
    })
    .nullable(),
  why_not: z.string().nullable().meta({ description: "Why there is no advice" }),
  plans: z
    .array(
      PlanPrice.extend({
        mean_cost: money.nullable().meta({ description: "A month; null: it cuts off too often" }),
        risk: share.meta({ description: "Of a month that needs more than is included" }),
      }),
    )
    .meta({ description: "The cheapest first" }),
  totals: z
    .object({ lower_80: bytes, median: bytes, upper_80: bytes })
    .nullable()
    .meta({ description: "What 30 days may bring" }),
  summary: z.string(),
});
export type QuotaAdvice = z.output<typeof QuotaAdvice>;

/** A customer's SIMs on one shared volume, and each by itself. */
export const PooledQuota = z.object({
  subject: Subject,
  as_of: Day.nullable(),
  pooled: z
    .object({
      sims: z.number().meta({ description: "With enough history to count" }),
      single_bytes: bytes.meta({ description: "What each needs with 95 % certainty, added up" }),
      pooled_bytes: bytes.meta({ description: "What they need together" }),
      saved_share: z.number(),
      pool: z.array(z.object({ plan: z.string(), sims: z.number() })),
      currency: z.string().nullable(),
      single_cost: money.nullable().meta({ description: "A month, the cheapest plan for each" }),
      pooled_cost: money.nullable(),
      monthly_saving: money.nullable(),
    })
    .nullable(),
  why_not: z.string().nullable(),
  singles: z
    .array(
      z.object({
        type: z.enum(ADVICE_TYPES),
        currency: z.string(),
        sims: z.number(),
        monthly_saving: money,
      }),
    )
    .meta({ description: "The advice on its SIMs that is kept, counted" }),
  largest: z.array(
    z.object({
      iccid: z.string(),
      label: z.string().nullable(),
      type: z.enum(ADVICE_TYPES),
      recommended_total: bytes.nullable(),
      monthly_saving: money,
      currency: z.string(),
    }),
  ),
  summary: z.string(),
});
export type PooledQuota = z.output<typeof PooledQuota>;
