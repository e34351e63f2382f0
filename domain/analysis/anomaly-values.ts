export const ANOMALY_KINDS = [
  "spike",
  "drop",
  "silence",
  "pattern",
  "roaming",
  "imei",
  "cohort",
] as const;

export const ANOMALY_STATUSES = ["open", "confirmed", "dismissed", "snoozed"] as const;

export const ANOMALY_SEVERITIES = ["low", "medium", "high", "critical"] as const;
