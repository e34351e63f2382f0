import type { Settings } from "./settings.ts";

/** The groups that 1NCE limits apart: `/sims` by customer, the others by the caller's address. */
export type LimitGroup = "oauth" | "sims" | "orders" | "products" | "support";

interface Bucket {
  tokens: number;
  filledAtMs: number;
}

const PER_MS: Readonly<Record<Exclude<LimitGroup, "sims">, { calls: number; periodMs: number }>> = {
  oauth: { calls: 600, periodMs: 60_000 },
  orders: { calls: 100, periodMs: 300_000 },
  products: { calls: 100, periodMs: 300_000 },
  support: { calls: 100, periodMs: 300_000 },
};

export interface RateLimits {
  /** Takes one call. @returns 0, or the milliseconds until there is one. */
  take(group: LimitGroup, caller: string): number;
  clear(): void;
}

/**
 * Buckets of calls that fill evenly. The one of `/sims` holds a real second's calls, also where the time
 * factor makes that more than ten.
 */
export function rateLimits(settings: Settings): RateLimits {
  const buckets = new Map<string, Bucket>();
  const limitOf = (group: LimitGroup) => {
    if (group === "sims") {
      const calls = settings.simCallsPerSecond * settings.timeFactor;
      return { capacity: Math.max(1, calls), perMs: calls / 1000 };
    }
    const { calls, periodMs } = PER_MS[group];
    return { capacity: calls, perMs: (calls * settings.timeFactor) / periodMs };
  };
  return {
    take: (group, caller) => {
      const { capacity, perMs } = limitOf(group);
      const key = `${group} ${caller}`;
      const nowMs = performance.now();
      const bucket = buckets.get(key) ?? { tokens: capacity, filledAtMs: nowMs };
      buckets.set(key, bucket);
      const gained = (nowMs - bucket.filledAtMs) * perMs;
      bucket.tokens = Math.min(capacity, bucket.tokens + gained);
      bucket.filledAtMs = nowMs;
      if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perMs));
      bucket.tokens -= 1;
      return 0;
    },
    clear: () => buckets.clear(),
  };
}
