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
  const rows: ReportRow[] = [];
  for await (const part of reportRows(actor, spec)) {
    rows.push(...part);
    if (rows.length > SHOWN_ROWS) break;
  }
  return {
    total_volume: await reportTotal(actor, spec),
    rows: rows.slice(0, SHOWN_ROWS),
    has_more: rows.length > SHOWN_ROWS,
  };
}
