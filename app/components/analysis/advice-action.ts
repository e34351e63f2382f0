import { PlusCircle, Tag } from "lucide-react";
import type { SimAction } from "#app/components/sims/actions/sim-actions.ts";
import { countOf, formatVolume } from "#app/lib/format.ts";
import type { QuotaAdvice } from "#domain/analysis/quota-advice.ts";
import type { ProviderOffer } from "#domain/providers/provider-offer.ts";

/** The change that an advice amounts to; null where it is best to change nothing. */
export function adviceAction(
  advice: NonNullable<QuotaAdvice["advice"]>,
  offer: ProviderOffer | null,
): SimAction | null {
  const { type, plan, packages, current_total: before, recommended_total: after } = advice;
  if (type === "maintain") return null;
  if (type !== "top_up") {
    return {
      id: "advised-plan",
      label: `Change to ${plan}`,
      icon: Tag,
      path: "/api/v1/sims/rate-plan",
      needs: "rate_plan",
      fields: { rate_plan: plan },
    };
  }
  const isSoldInPackages = offer?.topUpPackage !== null;
  const bytes = Math.max(0, after - before);
  return {
    id: "advised-top-up",
    label: isSoldInPackages
      ? `Top up by ${countOf(packages, "package")}`
      : `Top up by ${formatVolume(bytes).text}`,
    icon: PlusCircle,
    path: "/api/v1/sims/top-up",
    needs: "top_up",
    fields: isSoldInPackages ? { type: "data", packages } : { type: "data", bytes },
  };
}
