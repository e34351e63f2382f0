/** Both versions report this for every quota. */
export const THRESHOLD_PERCENTAGE = 20;

export function thresholdOf(quota: { readonly total: number }): number {
  return Math.floor((quota.total * THRESHOLD_PERCENTAGE) / 100);
}

/** The list's code: 0 more than a fifth is left, 1 less, 2 nothing. */
export function levelOf(quota: { readonly total: number; readonly remaining: number }): 0 | 1 | 2 {
  if (quota.remaining <= 0) return 2;
  return quota.remaining <= thresholdOf(quota) ? 1 : 0;
}
