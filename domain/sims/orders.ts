/**
 * What SIMs can be ordered by: the columns that an index of `store.sims` holds in order, so that a page of
 * a million SIMs costs what its rows cost. Any other would be sorted whole for each page, and an index for
 * it would be paid by every import and sync.
 */
export const SIM_ORDERS = [
  "iccid",
  "status",
  "customer",
  "country",
  "last_seen_at",
  "msisdn",
  "imsi",
] as const;
