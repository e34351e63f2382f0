import type { Capabilities, Capability, TopUpPackage } from "#connectors/provider.ts";
import type { Actor } from "#core/actor.ts";
import { providerOf } from "./provider-of.ts";

/** What a change may need of a provider. */
export type Need = Capability;
export type Package = TopUpPackage;

/** What pages may offer. */
export interface ProviderOffer {
  readonly capabilities: Capabilities;
  /** Where top-ups are sold in one size only. */
  readonly topUpPackage: Package | null;
}

export async function providerOffer(actor: Actor): Promise<ProviderOffer> {
  const { capabilities, topUpPackage = null } = await providerOf(actor);
  return { capabilities, topUpPackage };
}
