"use client";

import { AmountForm } from "./amount-form.tsx";
import { PackagesForm } from "./packages-form.tsx";
import { useOffer } from "./provider-offer.tsx";
import type { ActionFormProps } from "./sim-actions.ts";

/** As the provider sells it: by any amount, or in packages. */
export function TopUpForm(props: ActionFormProps) {
  const sold = useOffer()?.topUpPackage;
  return sold ? <PackagesForm sold={sold} {...props} /> : <AmountForm {...props} />;
}
