import { z } from "zod";
import { Anomaly } from "./anomaly.ts";

/** Of the fleet: what an analysis, or whoever loaded it, has found. */
export const ListedAnomaly = Anomaly.extend({
  id: z.number(),
  /** Null for a cohort event, which belongs to no single SIM. */
  iccid: z.string().nullable(),
  label: z.string().nullable(),
  customer: z.string().nullable(),
  cohort: z.string().nullable().meta({ description: "The group that moved together" }),
  moved: z.number().nullable().meta({ description: "How many SIMs of the group moved" }),
  members: z.number().nullable(),
  oddness: z.number().nullable().meta({ description: "0 to 1, among the days of the fleet" }),
  snoozed_until: z.string().nullable(),
  detected_at: z.iso.datetime(),
  source: z.enum(["computed", "sample"]),
});
export type ListedAnomaly = z.output<typeof ListedAnomaly>;

export const AnomalyList = z.object({
  anomalies: z.array(ListedAnomaly),
  next_cursor: z.string().nullable(),
  has_more: z.boolean(),
});
export type AnomalyList = z.output<typeof AnomalyList>;
