/** How long ago a SIM was seen, or how long it was not. */
export const SEEN = [
  ["24h", "In the last 24 hours"],
  ["7d", "In the last 7 days"],
  ["not-24h", "Not for 24 hours"],
  ["not-7d", "Not for 7 days"],
  ["not-30d", "Not for 30 days"],
  ["not-90d", "Not for 90 days"],
] as const;
