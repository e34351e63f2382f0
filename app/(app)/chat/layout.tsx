import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Workspace } from "#app/components/chat/workspace.tsx";
import { OfferOfProvider } from "#app/components/sims/actions/provider-offer.tsx";
import { requireViewer } from "#app/lib/viewer.ts";
import { providerOffer } from "#domain/providers/provider-offer.ts";

export const metadata: Metadata = { title: "Chat" };

/** The conversation lives here, not in the pages, so that a new one keeps going when it gets its address. */
export default async function ChatLayout({ children }: { children: ReactNode }) {
  const offer = await providerOffer(await requireViewer());
  return (
    <OfferOfProvider offer={offer}>
      <Workspace />
      {children}
    </OfferOfProvider>
  );
}
