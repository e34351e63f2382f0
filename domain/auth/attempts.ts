import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { Limited } from "#core/errors.ts";
import { processWide } from "#core/process-state.ts";
import { CLIENT_IP_HEADER } from "./client-ip.ts";

const ATTEMPTS_PER_MINUTE = 30;

/** A link of an existing account asks for its password, so guessing is bounded as at sign-in. */
export async function limitLinkAttempts(headers: Headers): Promise<void> {
  const limiter = processWide(
    "link-attempts",
    () => new RateLimiterMemory({ points: ATTEMPTS_PER_MINUTE, duration: 60 }),
  );
  try {
    await limiter.consume(headers.get(CLIENT_IP_HEADER) ?? "unknown");
  } catch (refused) {
    if (refused instanceof Error) throw refused;
    const retryAfterSeconds = Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000);
    throw new Limited(`Too many attempts. Try again in ${retryAfterSeconds} s.`, {
      details: { retryAfterSeconds },
    });
  }
}
