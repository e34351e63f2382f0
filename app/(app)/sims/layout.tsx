import type { ReactNode } from "react";
import { ProviderOffer } from "#app/components/sims/actions/provider-offer.tsx";
import { requireViewer } from "#app/lib/viewer.ts";
import { providerOf } from "#domain/providers/provider-of.ts";

/** Actions on SIMs are those that their provider can do. */
export default async function SimsLayout({ children }: { children: ReactNode }) {
  const { capabilities, topUpPackage = null } = await providerOf(await requireViewer());
  return (
    <ProviderOffer capabilities={capabilities} topUpPackage={topUpPackage}>
      {children}
    </ProviderOffer>
  );
}
