import { detect } from "#analytics/detect.ts";
import type { Transaction } from "#db/database.ts";
import { readAnalysedSim } from "./analysed-sim.ts";
import { foundIn } from "./anomaly-ref.ts";
import { surroundingsOf } from "./surroundings.ts";

/** What `ref` names, found anew in the days of its SIM; null where it is not found any more. As `simon_app`. */
export async function findAnomaly(sql: Transaction, ref: string) {
  const named = foundIn(ref);
  if (!named) return null;
  const { iccid, kind, day } = named;
  const { firstDay, values } = await readAnalysedSim(sql, iccid);
  if (firstDay === null) return null;
  const surroundings = await surroundingsOf(sql, { iccid, firstDay, days: values.length });
  const { anomalies } = detect({ firstDay, values, ...surroundings });
  const found = anomalies.find((anomaly) => anomaly.kind === kind && anomaly.day === day);
  return found ? { iccid, found } : null;
}
