import { type RateLimiterAbstract, RateLimiterMemory } from "rate-limiter-flexible";
import { processWide } from "./process-state.ts";

export const MINUTE_SECONDS = 60;

/** Where a caller stands after one more was counted. */
export interface Standing {
  readonly perMinute: number;
  readonly remaining: number;
  /** Until everything is there again. */
  readonly resetSeconds: number;
  readonly isOver: boolean;
}

/**
 * The store only counts, since each caller may have a limit of its own. It is of this process;
 * `RateLimiterRedis` is of the same type, for several processes that share one.
 */
function counter(): RateLimiterAbstract {
  const options = { points: Number.MAX_SAFE_INTEGER, duration: MINUTE_SECONDS };
  return processWide("minute-counter", () => new RateLimiterMemory(options));
}

/** Counts one more for `caller` in its present minute, also when that is over the limit. */
export async function countOne(caller: string, perMinute: number): Promise<Standing> {
  const { consumedPoints, msBeforeNext } = await counter().consume(caller);
  return {
    perMinute,
    remaining: Math.max(0, perMinute - consumedPoints),
    resetSeconds: Math.ceil(msBeforeNext / 1000),
    isOver: consumedPoints > perMinute,
  };
}
