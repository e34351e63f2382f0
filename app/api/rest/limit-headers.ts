import { wallNow } from "#core/clock.ts";
import { MINUTE_SECONDS } from "#core/minute-limit.ts";
import type { LimitState } from "#tools/rate-limit.ts";

/**
 * What a client reads of its limit: the two fields of draft-ietf-httpapi-ratelimit-headers (from -08 on),
 * and the older `X-RateLimit-…`, whose reset is a Unix time in seconds.
 */
export function limitHeaders(state: LimitState | undefined): Readonly<Record<string, string>> {
  if (!state) return {};
  const { counted, perMinute, remaining, resetSeconds } = state;
  const resetAt = Math.ceil(wallNow().getTime() / 1000) + resetSeconds;
  return {
    "ratelimit-policy": `"${counted}";q=${perMinute};w=${MINUTE_SECONDS}`,
    ratelimit: `"${counted}";r=${remaining};t=${resetSeconds}`,
    "x-ratelimit-limit": String(perMinute),
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-reset": String(resetAt),
  };
}

const integer = { schema: { type: "integer" } };
const text = { schema: { type: "string" } };

/** The same, as OpenAPI describes headers. */
export const LIMIT_HEADERS = {
  "RateLimit-Policy": {
    description: 'Your limit: `"reads";q=100;w=60` is 100 reads in 60 seconds.',
    ...text,
  },
  RateLimit: {
    description: 'What is left: `"reads";r=99;t=60` is 99 reads in the next 60 seconds.',
    ...text,
  },
  "X-RateLimit-Limit": { description: "Calls a minute", ...integer },
  "X-RateLimit-Remaining": { description: "Calls left in this minute", ...integer },
  "X-RateLimit-Reset": { description: "When all are left again, as a Unix time", ...integer },
} as const;
