"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { ProviderOffer } from "#domain/providers/provider-offer.ts";

/** Null where it is not known: then all is offered, and the server says what cannot be done. */
const Offered = createContext<ProviderOffer | null>(null);

/** What the provider of these SIMs can do, so that pages offer nothing else. */
export function OfferOfProvider({
  offer,
  children,
}: {
  readonly offer: ProviderOffer;
  readonly children: ReactNode;
}) {
  return <Offered value={offer}>{children}</Offered>;
}

export function useOffer(): ProviderOffer | null {
  return useContext(Offered);
}
