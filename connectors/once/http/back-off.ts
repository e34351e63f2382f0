/** Exponential, with jitter, so that what failed together does not come back together. */
export function backOffMs(
  { retryMs }: { readonly retryMs: number },
  attempt: number,
  { retryAfterMs = 0 }: { readonly retryAfterMs?: number | undefined } = {},
): number {
  return Math.max(retryAfterMs, retryMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2));
}
