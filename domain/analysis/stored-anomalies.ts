import type { Transaction } from "#db/database.ts";
import { type AnomalyRow, anomalyColumns } from "./anomaly-rows.ts";

/** What was found of a SIM before, alone or as one of a cohort, reaching `since`. As `simon_app`. */
export function storedAnomaliesOf(
  sql: Transaction,
  iccid: string,
  since: string,
): Promise<readonly AnomalyRow[]> {
  return sql<AnomalyRow[]>`
    select ${anomalyColumns(sql)}
    from store.anomalies a left join store.sims s
      on s.organization_id = a.organization_id and s.iccid = a.iccid
    where (a.iccid = ${iccid} or (a.iccid is null and ${iccid} = any(a.moved_iccids)))
      and coalesce(a.last_day, a.day) >= ${since}::date
    order by a.day, a.id`;
}
