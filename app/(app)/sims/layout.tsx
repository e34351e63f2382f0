import type { ReactNode } from "react";
import { OfferOfProvider } from "#app/components/sims/actions/provider-offer.tsx";
import { requireViewer } from "#app/lib/viewer.ts";
import { providerOffer } from "#domain/providers/provider-offer.ts";

/** Actions on SIMs are those that their provider can do. */
export default async function SimsLayout({ children }: { children: ReactNode }) {
  const offer = await providerOffer(await requireViewer());
  return <OfferOfProvider offer={offer}>{children}</OfferOfProvider>;
}
