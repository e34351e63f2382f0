import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Provider, ProviderError } from "../provider.ts";

/** How a network call goes wrong. `lost`: the effect happened, the answer did not arrive. */
type Fault = "busy" | "refused_5xx" | "failed_5xx" | "silence" | "lost";
const FAULTS: readonly Fault[] = ["busy", "refused_5xx", "failed_5xx", "silence", "lost"];

interface Faults {
  /** Of all calls, from 0 to 1. */
  readonly rate: number;
  /** From 0 to 1, like Math.random. */
  readonly random: () => number;
  readonly kinds?: readonly Fault[];
}

/**
 * Heeds no idempotency key, as most providers: its log has everything that it was asked to do, however
 * often. The key that it logs begins with the caller's.
 */
export function forgetful(provider: Provider): Provider {
  return {
    ...provider,
    perform: (operation, options) =>
      provider.perform(operation, {
        ...options,
        idempotencyKey: `${options.idempotencyKey}#${randomUUID()}`,
      }),
  };
}

/**
 * A provider behind a bad network. A 5xx comes before or after the effect, and the caller cannot tell
 * which; silence lasts until the caller gives up, with the effect done in half of the cases.
 */
export function faulty(provider: Provider, { rate, random, kinds = FAULTS }: Faults): Provider {
  const draw = (): Fault | null =>
    random() < rate ? (kinds[Math.floor(random() * kinds.length)] ?? null) : null;
  return {
    ...provider,
    perform: async (operation, options) => {
      const fault = draw();
      const act = () => provider.perform(operation, options);
      if (fault === null) return act();
      if (fault === "busy") throw busy();
      if (fault === "lost" || fault === "failed_5xx" || (fault === "silence" && random() < 0.5)) {
        await act();
      }
      if (fault === "silence") await sleep(60_000, undefined, { signal: options.signal });
      throw new ProviderError("lost", "The provider answered with an error.");
    },
    verify: async (operation, options) => {
      const fault = draw();
      if (fault === null) return provider.verify(operation, options);
      if (fault === "silence") await sleep(60_000, undefined, { signal: options.signal });
      throw fault === "busy"
        ? busy()
        : new ProviderError("lost", "The provider answered with an error.");
    },
  };
}

function busy(): ProviderError {
  return new ProviderError("busy", "The provider is busy.", { retryAfterMs: 20 });
}
