import type { Actor } from "#core/actor.ts";
import { addDays } from "#core/day.ts";
import { runRows } from "#query/run-rows.ts";
import { reportQuery } from "./report-query.ts";
import { checkPeriod, type ReportRow, type UsageReportSpec } from "./usage-report.ts";

/** Groups of a part of the period; a fleet with more of them is asked for less at a time. */
const MAX_ROWS_OF_PART = 200_000;
const DAYS_AT_A_TIME = 7;
const WEEKS_AT_A_TIME = 4;

/** The rows of a report, by time and then by volume, read part by part: its length does not matter to the memory. */
export async function* reportRows(
  actor: Actor,
  spec: UsageReportSpec,
): AsyncGenerator<ReportRow[]> {
  checkPeriod(spec);
  const isGrouped = spec.group_by !== "none";
  for (const part of partsOf(spec)) {
    const rows = await runRows(actor, reportQuery(spec, part), { atMost: MAX_ROWS_OF_PART });
    yield rows.map((row) => toRow(row, isGrouped));
  }
}

export async function reportTotal(actor: Actor, spec: UsageReportSpec): Promise<number> {
  const { start_date: from, end_date } = spec;
  const query = reportQuery(spec, { from, to: addDays(end_date, 1) }, { isTotal: true });
  const [row] = await runRows(actor, query, { atMost: 1 });
  return Number(row?.[0] ?? 0);
}

function toRow(values: readonly unknown[], isGrouped: boolean): ReportRow {
  const [start, ...rest] = values;
  const [group, total = 0, upload = 0, download = 0, sims = 0] = isGrouped ? rest : [null, ...rest];
  return {
    start: start instanceof Date ? start.toISOString().slice(0, 10) : String(start).slice(0, 10),
    group: group === null || group === undefined ? null : String(group),
    total_volume: Number(total ?? 0),
    upload_volume: Number(upload ?? 0),
    download_volume: Number(download ?? 0),
    sims: Number(sims ?? 0),
  };
}

/** Each holds whole days, weeks or months, so that none is told in two. */
export function* partsOf({ start_date, end_date, grain }: UsageReportSpec) {
  const end = addDays(end_date, 1);
  for (let from = start_date; from < end; ) {
    let to = nextStart(from, grain);
    if (to > end) to = end;
    yield { from, to };
    from = to;
  }
}

function nextStart(from: string, grain: UsageReportSpec["grain"]): string {
  if (grain === "day") return addDays(from, DAYS_AT_A_TIME);
  const date = new Date(`${from}T00:00:00Z`);
  if (grain === "week") return addDays(from, 7 * WEEKS_AT_A_TIME - ((date.getUTCDay() + 6) % 7));
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1))
    .toISOString()
    .slice(0, 10);
}
