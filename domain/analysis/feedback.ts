import type { Feedback } from "#analytics/detect.ts";
import type { Transaction } from "#db/database.ts";

type Row = { iccid: string; kind: Feedback["kind"]; seen: string | null } & Pick<
  Feedback,
  "observed" | "expected" | "days"
>;

/**
 * What people said is no anomaly, by SIM, as `detect` takes it: what is like one of these stays quiet. Events of
 * a cohort are no SIM's own. For a transaction as `simon_app`.
 */
export async function feedbackOf(
  sql: Transaction,
  iccids: readonly string[],
): Promise<Map<string, Feedback[]>> {
  const rows = await sql<Row[]>`
    select iccid, kind, coalesce(observed, 0) as observed, coalesce(expected, 0) as expected,
      coalesce(last_day - day, 0) + 1 as days, seen
    from store.anomalies
    where iccid = any(${iccids as string[]}::text[]) and status = 'dismissed' and kind <> 'cohort'
    order by iccid, day, id`;
  const bySim = new Map<string, Feedback[]>();
  for (const { iccid, seen, ...dismissed } of rows) {
    const feedback = bySim.get(iccid) ?? [];
    feedback.push(seen === null ? dismissed : { ...dismissed, seen });
    bySim.set(iccid, feedback);
  }
  return bySim;
}
