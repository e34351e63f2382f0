/** How patient the work on a change is; tests are less so. */
export interface Timing {
  readonly callTimeoutMs: number;
  /** Longer than a call can take: who holds an item beyond it is taken for dead. */
  readonly leaseMs: number;
  /** Of the first retry; each next waits twice as long. */
  readonly retryMs: number;
  readonly maxRetryMs: number;
  readonly maxAttempts: number;
  /** Calls under way at the same time. */
  readonly lanes: number;
}

export const TIMING: Timing = {
  callTimeoutMs: 30_000,
  leaseMs: 45_000,
  retryMs: 1_000,
  maxRetryMs: 60_000,
  maxAttempts: 10,
  lanes: 8,
};

const MAX_WAIT_MS = 1_000;

/** Before looking again whether there is something to do. */
export function waitMs({ retryMs }: Timing): number {
  return Math.min(MAX_WAIT_MS, retryMs);
}

/** Exponential, with jitter, so that what failed together does not come back together. */
export function retryDelayMs(attempts: number, { retryMs, maxRetryMs }: Timing): number {
  const full = Math.min(maxRetryMs, retryMs * 2 ** Math.max(0, attempts - 1));
  return full * (0.5 + Math.random() / 2);
}
