"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Capabilities, TopUpPackage } from "#connectors/provider.ts";

interface Offer {
  /** Null where it is not known: then all is offered, and the server says what cannot be done. */
  readonly capabilities: Capabilities | null;
  /** Where top-ups are sold in one size only. */
  readonly topUpPackage: TopUpPackage | null;
}

const Offered = createContext<Offer>({ capabilities: null, topUpPackage: null });

/** What the provider of these SIMs can do, so that pages offer nothing else. */
export function ProviderOffer({ children, ...offer }: Offer & { readonly children: ReactNode }) {
  return <Offered value={offer}>{children}</Offered>;
}

export function useOffer(): Offer {
  return useContext(Offered);
}
