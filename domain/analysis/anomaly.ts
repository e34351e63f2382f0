import { z } from "zod";
import { ANOMALY_KINDS, ANOMALY_SEVERITIES, ANOMALY_STATUSES } from "./anomaly-values.ts";
import { Day } from "./subject.ts";

export const AnomalyKind = z.enum(ANOMALY_KINDS);
export const AnomalyStatus = z.enum(ANOMALY_STATUSES);
export type AnomalyStatus = z.output<typeof AnomalyStatus>;
export const AnomalySeverity = z.enum(ANOMALY_SEVERITIES);

/** As every door shows one. Bytes are those of a day, the mean where it has more than one. */
export const Anomaly = z.object({
  id: z.number().nullable().meta({ description: "null: found just now, and not kept yet" }),
  ref: z.string().meta({ description: "What review_anomalies takes as its id" }),
  kind: AnomalyKind,
  day: Day,
  last_day: Day,
  days: z.number(),
  is_ongoing: z.boolean(),
  observed: z.number().nullable(),
  expected: z.number().nullable(),
  score: z.number(),
  severity: AnomalySeverity,
  reason: z.string(),
  next_step: z.string().nullable(),
  seen: z.string().nullable().meta({ description: "The country, operator or IMEI that is new" }),
  status: AnomalyStatus,
  assigned_to: z.string().nullable(),
});
export type Anomaly = z.output<typeof Anomaly>;
