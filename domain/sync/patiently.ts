import { setTimeout as sleep } from "node:timers/promises";
import { ProviderError } from "#connectors/provider.ts";

const ATTEMPTS = 6;
const RETRY_MS = 1_000;

interface Patience {
  readonly signal: AbortSignal;
  /** Before the first retry; each next waits twice as long, with jitter. */
  readonly retryMs?: number | undefined;
}

/**
 * Asks a provider that is busy again, after a pause that grows.
 *
 * @param isAgain Which other failures are worth another attempt. Default: none.
 * @throws ProviderError the last one.
 */
export async function patiently<T>(
  { signal, retryMs = RETRY_MS }: Patience,
  ask: () => Promise<T>,
  isAgain: (error: ProviderError) => boolean = () => false,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ProviderError) || signal.aborted || attempt >= ATTEMPTS) throw error;
      if (error.kind !== "busy" && !isAgain(error)) throw error;
      const pauseMs = retryMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
      await sleep(Math.max(error.retryAfterMs ?? 0, pauseMs), undefined, { signal }).catch(() => {
        throw error;
      });
    }
  }
}
