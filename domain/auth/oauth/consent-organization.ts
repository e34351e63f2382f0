import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "#core/process-state.ts";

function chosen(): AsyncLocalStorage<string> {
  return processWide("oauth-consent-organization", () => new AsyncLocalStorage<string>());
}

/** Runs the library's part of a consent for the organisation that the person chose on our page. */
export function consentingFor<T>(organizationId: string, work: () => Promise<T>): Promise<T> {
  return chosen().run(organizationId, work);
}

/** The organisation that the consent under way is for; none outside of one. */
export function consentOrganization(): string | undefined {
  return chosen().getStore();
}
