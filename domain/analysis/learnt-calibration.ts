import type { Calibration } from "#analytics/forecast.ts";
import type { Transaction } from "#db/database.ts";

/** How wide the last analysis of the fleet found that intervals must be; undefined before the first. As `simon_app`. */
export async function learntCalibration(sql: Transaction): Promise<Calibration | undefined> {
  const [last] = await sql<{ calibration: Calibration }[]>`
    select calibration from store.analysis_runs where finished_at is not null
    order by finished_at desc limit 1`;
  return last?.calibration;
}
