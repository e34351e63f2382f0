import { z } from "zod";
import { fleetNow } from "#core/clock.ts";
import { addDays } from "#core/day.ts";
import { TimeZone } from "#core/time-zone.ts";
import { createReport } from "#domain/reports/create-report.ts";
import { makeReport } from "#domain/reports/make-report.ts";
import {
  dayIn,
  lastMonth,
  REPORT_GRAINS,
  REPORT_GROUPS,
  ReportFilters,
  ReportRow,
  UsageReportSpec,
} from "#domain/reports/usage-report.ts";
import { defineTool } from "./define.ts";

const File = z.object({ url: z.string(), file_name: z.string(), expires_at: z.string() });

export const generateReport = defineTool({
  name: "generate_report",
  title: "Usage report",
  description:
    "Report of data usage in bytes by day, week or month, and by customer, country or operator where it was used, rate plan or tag, as rows or as a CSV file to download (kept for a day). Default: last month, one row per group. A SIM counts in each of its tags. For figures in an answer use query_fleet.",
  input: ReportFilters.extend({
    start_date: z.iso.date().optional(),
    end_date: z.iso.date().optional().meta({ description: "included" }),
    grain: z.enum(REPORT_GRAINS).default("month"),
    group_by: z.enum(REPORT_GROUPS).default("none"),
    zone: TimeZone.default("UTC").meta({
      description:
        "Of the days. Usage that is known by the UTC day only (the provider's own figures) counts where that day begins: west of UTC on the day before. UTC agrees with the provider",
    }),
    format: z.enum(["json", "csv"]).default("json"),
  }),
  output: UsageReportSpec.extend({
    unit: z.literal("bytes"),
    total_volume: z.number(),
    rows: z.array(ReportRow),
    has_more: z.boolean().meta({ description: "Ask for CSV to get them all" }),
    file: File.nullable(),
  }),
  scope: "reports:read",
  effect: "read",
  route: { method: "GET", path: "/api/v1/reports/usage" },
  redirect: ({ file }) => file && new URL(file.url).pathname,
  run: async ({ actor, input: { format, ...asked } }) => {
    const yesterday = addDays(dayIn(asked.zone, fleetNow()), -1);
    const last = lastMonth(fleetNow(), asked.zone).end_date;
    const end_date = asked.end_date ?? (asked.start_date ? yesterday : last);
    const start_date = asked.start_date ?? `${end_date.slice(0, 7)}-01`;
    const spec = { ...asked, start_date, end_date };
    const file = format === "csv" ? await createReport(actor, spec) : null;
    return { ...spec, unit: "bytes" as const, ...(await makeReport(actor, spec)), file };
  },
});
