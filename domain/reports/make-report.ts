import type { Actor } from "#core/actor.ts";
import { reportRows, reportTotal } from "./report-rows.ts";
import type { ReportRow, UsageReportSpec } from "./usage-report.ts";

/** More are in the file. */
const SHOWN_ROWS = 1_000;

export interface MadeReport {
  readonly total_volume: number;
  readonly rows: ReportRow[];
  readonly has_more: boolean;
}

/** @throws Invalid when the period is none. */
export async function makeReport(actor: Actor, spec: UsageReportSpec): Promise<MadeReport> {
  let rows: ReportRow[] = [];
  for await (const part of reportRows(actor, spec)) {
    rows = rows.concat(part); // too many to push as arguments
    if (rows.length > SHOWN_ROWS) break;
  }
  const has_more = rows.length > SHOWN_ROWS;
  const isWhole = !has_more && spec.group_by !== "tag"; // a SIM counts in each of its tags
  const total_volume = isWhole
    ? rows.reduce((sum, row) => sum + row.total_volume, 0)
    : await reportTotal(actor, spec);
  return { total_volume, rows: rows.slice(0, SHOWN_ROWS), has_more };
}
