import { z } from "zod";
import { Anomaly } from "./anomaly.ts";
import { Day, Subject } from "./subject.ts";

/** What is strange about one SIM. */
export const SimAnomalies = z.object({
  subject: Subject,
  is_judged: z.boolean(),
  reason: z.string().nullable().meta({ description: "Why nothing could be said" }),
  class: z.enum(["regular", "intermittent", "bursty", "silent"]).nullable(),
  as_of: Day.nullable(),
  days: z
    .array(
      z.object({
        day: Day,
        observed: z.number().nullable(),
        expected: z.number().nullable(),
      }),
    )
    .meta({ description: "Bytes; up to 90 days" }),
  anomalies: z.array(Anomaly).meta({ description: "The newest first" }),
  notes: z.array(z.string()),
  summary: z.string(),
});
export type SimAnomalies = z.output<typeof SimAnomalies>;
