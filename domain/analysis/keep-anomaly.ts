import type { Transaction } from "#db/database.ts";
import { findAnomaly } from "./find-anomaly.ts";

/** Keeps what was found just now, so that it can have a status; null where it is not found any more. As `simon_app`. */
export async function keepAnomaly(
  sql: Transaction,
  ref: string,
  now: Date,
): Promise<string | null> {
  const made = await findAnomaly(sql, ref);
  if (!made) return null;
  const { iccid, found } = made;
  const [row] = await sql<{ id: string }[]>`
    insert into store.anomalies ${sql({
      iccid,
      day: found.day,
      last_day: found.lastDay,
      kind: found.kind,
      is_ongoing: found.isOngoing,
      score: found.score,
      severity: found.severity,
      observed: Math.round(found.observed),
      expected: Math.round(found.expected),
      reason: found.reason,
      next_step: found.nextStep,
      seen: found.seen ?? null,
      detected_at: now,
    })}
    returning id::text as id`;
  return row?.id ?? null;
}
