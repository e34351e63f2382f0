import type { Readable } from "node:stream";
import { csvStream } from "#core/csv.ts";
import type { ReportRow, UsageReportSpec } from "./usage-report.ts";

type Parts = Iterable<ReportRow[]> | AsyncIterable<ReportRow[]>;

/** A report as CSV, made while it is read. */
export function reportCsv(spec: UsageReportSpec, parts: Parts): Readable {
  const { grain, group_by } = spec;
  const group = group_by === "none" ? [] : [group_by];
  return csvStream(
    [`${grain}_from`, ...group, "total_bytes", "upload_bytes", "download_bytes", "sims"],
    cells(spec, parts),
  );
}

async function* cells(spec: UsageReportSpec, parts: Parts): AsyncGenerator<unknown[]> {
  for await (const rows of parts) {
    for (const { start, group, total_volume, upload_volume, download_volume, sims } of rows) {
      const figures = [total_volume, upload_volume, download_volume, sims];
      yield spec.group_by === "none" ? [start, ...figures] : [start, group, ...figures];
    }
  }
}

/** `usage-2026-10-01-to-2026-10-31-by-customer.csv` */
export function reportFileName({ start_date, end_date, group_by }: UsageReportSpec): string {
  const by = group_by === "none" ? "" : `-by-${group_by.replace("_", "-")}`;
  return `usage-${start_date}-to-${end_date}${by}.csv`;
}
