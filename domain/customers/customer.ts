/** Whom devices belong to, in figures. */
export interface Customer {
  /** Null: the SIMs that belong to nobody. */
  readonly customer: string | null;
  readonly sims: number;
  readonly active: number;
  /** Bytes since the first of the month (UTC). */
  readonly month_volume: number;
  /** In percent: a whole day of this month against one of the same days of the last. Null where either has none. */
  readonly month_change_percent: number | null;
  /** SIMs whose data is expected to be used up within 7 days. */
  readonly running_out_in_7_days: number;
  /** SIMs with an anomaly that nobody has decided of. */
  readonly anomalous: number;
  /** Null where nobody has worked out a risk for any of theirs. */
  readonly high_churn_risk: number | null;
  readonly open_tickets: number;
}

/** By name; by any other, the largest first. */
export const CUSTOMER_ORDERS = [
  "name",
  "sims",
  "month_volume",
  "running_out_in_7_days",
  "anomalous",
  "high_churn_risk",
] as const;
export type CustomerOrder = (typeof CUSTOMER_ORDERS)[number];
