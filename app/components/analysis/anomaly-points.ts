import { column } from "#app/components/chat/tool-renderers/columns.ts";
import type { SimAnomalies } from "#domain/analysis/sim-anomalies.ts";
import type { Column } from "#query/answer.ts";
import { kindWords } from "./anomaly-words.ts";

export interface AnomalyPoint {
  readonly day: string;
  readonly observed: number | null;
  readonly expected: number | null;
  /** Where the day belongs to an anomaly: what was observed, to be ringed. */
  readonly ringed: number | null;
  readonly anomaly: string | null;
}

/** The days with those marked that an anomaly has. What was called none is none. */
export function anomalyPoints({
  days,
  anomalies,
}: Pick<SimAnomalies, "days" | "anomalies">): AnomalyPoint[] {
  const counted = anomalies.filter(({ status }) => status !== "dismissed");
  return days.map(({ day, observed, expected }) => {
    const found = counted.find((of) => of.day <= day && day <= of.last_day);
    const ringed = found ? (observed ?? 0) : null;
    return { day, observed, expected, ringed, anomaly: found ? kindWords(found) : null };
  });
}

export const ANOMALY_COLUMNS: readonly Column[] = [
  column("day", "Day", "day"),
  column("observed", "Observed", "bytes", true),
  column("expected", "Expected", "bytes"),
  column("anomaly", "Anomaly"),
];
