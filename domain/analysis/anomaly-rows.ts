import type { Sql, Transaction } from "#db/database.ts";
import type { ListedAnomaly } from "./anomaly-list.ts";

/** What `ListedAnomaly` has, of `store.anomalies a` left-joined with `store.sims s`. */
export function anomalyColumns(sql: Sql | Transaction) {
  return sql`a.id, a.iccid, s.label, s.customer, a.cohort, a.kind, a.day, coalesce(a.last_day, a.day) as last_day,
    coalesce(a.last_day - a.day, 0) + 1 as days, coalesce(a.is_ongoing, false) as is_ongoing,
    a.observed, a.expected, a.score, a.severity, a.reason, a.next_step, a.seen, a.status, a.assigned_to,
    cardinality(a.moved_iccids) as moved, a.members, a.oddness, a.snoozed_until, a.detected_at, a.source`;
}

export type AnomalyRow = Omit<ListedAnomaly, "detected_at" | "ref"> & {
  readonly detected_at: Date;
};

export function toListed({ detected_at, ...row }: AnomalyRow): ListedAnomaly {
  return { ...row, ref: String(row.id), detected_at: detected_at.toISOString() };
}
