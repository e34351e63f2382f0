import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import type { Actor } from "#core/actor.ts";
import { config } from "#core/config.ts";
import { Limited } from "#core/errors.ts";
import { processWide } from "#core/process-state.ts";

/** Calls per minute and caller (a key, or a person); `SIMON_RATE_LIMIT_PER_MINUTE`. */
export async function takeFromLimit(actor: Actor): Promise<void> {
  if (actor.kind === "system") return;
  const limiter = processWide(
    "rate-limiter",
    () => new RateLimiterMemory({ points: config().rateLimitPerMinute, duration: 60 }),
  );
  const caller = actor.kind === "apiKey" ? `key:${actor.keyId}` : `user:${actor.userId}`;
  try {
    await limiter.consume(`${actor.organizationId}:${caller}`);
  } catch (refused) {
    if (refused instanceof Error) throw refused;
    const retryAfterSeconds = Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000);
    throw new Limited(
      `Too many requests: at most ${config().rateLimitPerMinute} a minute. Try again in ${retryAfterSeconds} s.`,
      { details: { retryAfterSeconds } },
    );
  }
}
