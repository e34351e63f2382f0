/** What is synchronised, each by runs of its own, and how often. */
export const SYNC_KINDS = ["list", "quota", "usage", "prices"] as const;
export type SyncKind = (typeof SYNC_KINDS)[number];

const HOUR_MS = 3_600_000;

export const INTERVAL_MS: Readonly<Record<SyncKind, number>> = {
  list: HOUR_MS,
  quota: HOUR_MS,
  usage: HOUR_MS,
  prices: 24 * HOUR_MS,
};

/** What a run of each kind is about, in a sentence. */
export const NAME_OF_KIND: Readonly<Record<SyncKind, string>> = {
  list: "The list of SIMs",
  quota: "Quotas",
  usage: "Usage",
  prices: "Prices",
};
