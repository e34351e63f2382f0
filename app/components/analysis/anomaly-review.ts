import { BadgeCheck, Ban, RotateCcw } from "lucide-react";
import type { SimAction } from "#app/components/sims/actions/sim-actions.ts";
import type { Anomaly, AnomalyStatus } from "#domain/analysis/anomaly.ts";

export const REVIEW_PATH = "/api/v1/ai/anomalies/review";

const REVIEWS = {
  confirm: { label: "Confirm", icon: BadgeCheck },
  dismiss: { label: "Not an anomaly", icon: Ban },
  reopen: { label: "Reopen", icon: RotateCcw },
} as const;

export type Review = keyof typeof REVIEWS;

/** What can still be said of it. */
const OPEN_TO: Readonly<Record<AnomalyStatus, readonly Review[]>> = {
  open: ["confirm", "dismiss"],
  snoozed: ["confirm", "dismiss", "reopen"],
  confirmed: ["dismiss", "reopen"],
  dismissed: ["reopen"],
};

/** What a person can say of an anomaly; each is only a proposal. */
export function reviewsOf({ ref, status }: Pick<Anomaly, "ref" | "status">): SimAction[] {
  return OPEN_TO[status].map((review) => reviewOf([ref], review));
}

export function reviewOf(refs: readonly string[], review: Review): SimAction {
  return { ...REVIEWS[review], id: review, path: REVIEW_PATH, fields: { ids: refs, review } };
}
