import { z } from "zod";
import { addDays } from "#core/day.ts";
import { Invalid } from "#core/errors.ts";

export const REPORT_GRAINS = ["day", "week", "month"] as const;
export const REPORT_GROUPS = [
  "none",
  "customer",
  "country",
  "operator",
  "rate_plan",
  "tag",
] as const;
export type ReportGroup = (typeof REPORT_GROUPS)[number];

const name = z.string().trim().min(1).max(200);

/** Those of whose usage a report is. */
export const ReportFilters = z.object({
  customer: name.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "must be an ISO code such as DE")
    .optional(),
  operator: name.optional(),
  rate_plan: name.optional(),
  tag: name.optional(),
});

/** What a report of usage is about. Days are of the zone, both included. */
export const UsageReportSpec = ReportFilters.extend({
  start_date: z.iso.date(),
  end_date: z.iso.date(),
  grain: z.enum(REPORT_GRAINS),
  group_by: z.enum(REPORT_GROUPS),
  zone: z.string(),
});
export type UsageReportSpec = z.output<typeof UsageReportSpec>;

export const ReportRow = z.object({
  start: z.string().meta({ description: "First day of the day, week (from Monday) or month" }),
  group: z.string().nullable(),
  total_volume: z.number(),
  upload_volume: z.number(),
  download_volume: z.number(),
  sims: z.number().meta({ description: "That used data" }),
});
export type ReportRow = z.output<typeof ReportRow>;

const MAX_DAYS = 1100;
const DAY_MS = 86_400_000;

/** @throws Invalid for a period that ends before it starts or is longer than three years. */
export function checkPeriod({ start_date, end_date }: UsageReportSpec): void {
  const days = (Date.parse(end_date) - Date.parse(start_date)) / DAY_MS + 1;
  if (days < 1) throw new Invalid("end_date: must not be before start_date.");
  if (days > MAX_DAYS) throw new Invalid(`end_date: at most ${MAX_DAYS} days at a time.`);
}

/** The day of an instant in a zone, as `YYYY-MM-DD`. */
export function dayIn(zone: string, instant: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(instant);
}

/** First and last day of the month before the one of `now` in a zone. */
export function lastMonth(
  now: Date,
  zone: string,
): { readonly start_date: string; readonly end_date: string } {
  const end_date = addDays(`${dayIn(zone, now).slice(0, 7)}-01`, -1);
  return { start_date: `${end_date.slice(0, 7)}-01`, end_date };
}
