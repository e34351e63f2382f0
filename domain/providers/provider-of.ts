import type { Provider } from "#connectors/provider.ts";
import type { Actor } from "#core/actor.ts";
import { localProvider } from "./local-provider.ts";

/** Who connects the SIMs of the actor's organisation. */
export function providerOf(actor: Actor): Provider {
  return localProvider(actor);
}
