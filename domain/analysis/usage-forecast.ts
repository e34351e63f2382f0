import { z } from "zod";
import { Day, Subject } from "./subject.ts";

const bytes = z.number().meta({ description: "bytes" });
const share = z.number().min(0).max(1);

const Bounds = z.object({ lower_80: bytes, upper_80: bytes, lower_95: bytes, upper_95: bytes });

export const RunOut = z.object({
  date: Day.nullable().meta({
    description: "By its end the quota is more likely used up than not; null: not in these days",
  }),
  earliest_date: Day.nullable().meta({ description: "The chance reaches 10 %" }),
  latest_date: Day.nullable().meta({ description: "The chance reaches 90 %" }),
  probability: share.meta({ description: "Of running out within the days of the forecast" }),
  probability_30_days: share.nullable(),
});
export type RunOut = z.output<typeof RunOut>;

export const ForecastAccuracy = z.object({
  origins: z.number().meta({ description: "Past days from which the same forecast was made" }),
  horizon_days: z.number(),
  mase: z.number().nullable().meta({
    description: "Error against that of repeating last week; below 1 is better than that",
  }),
  wape_percent: z.number().nullable(),
  mape_percent: z.number().nullable().meta({ description: "Only where no day was 0" }),
  coverage_80: share,
  coverage_95: share,
  total_error_percent: z.number().nullable(),
});

/** What one SIM, or a group of them, will use. */
export const UsageForecast = z.object({
  subject: Subject,
  class: z.enum(["regular", "intermittent", "bursty", "silent"]).nullable(),
  method: z.string().nullable().meta({ description: "In words; null: nothing could be said" }),
  as_of: Day.nullable().meta({ description: "The last day that is known" }),
  horizon_days: z.number(),
  history: z.array(z.object({ day: Day, bytes })).meta({ description: "Up to 90 days" }),
  days: z.array(
    Bounds.extend({
      day: Day,
      predicted: bytes.meta({ description: "The middle of what the day may bring" }),
      mean: bytes.meta({ description: "Expected; these add up to the total's mean" }),
    }),
  ),
  total: Bounds.extend({ mean: bytes, median: bytes }).nullable(),
  quota: z
    .object({ total: bytes, remaining: bytes, expires_at: z.iso.datetime().nullable() })
    .nullable(),
  run_out: RunOut.nullable(),
  accuracy: ForecastAccuracy.nullable(),
  notes: z.array(z.string()),
  summary: z.string(),
});
export type UsageForecast = z.output<typeof UsageForecast>;
