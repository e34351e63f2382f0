import { text } from "node:stream/consumers";
import type { SystemActor } from "#core/actor.ts";
import { fleetNow, wallNow } from "#core/clock.ts";
import { asActor } from "#db/guard.ts";
import { storable } from "#db/storable.ts";
import { daysAfter, retentionIn } from "#domain/retention/retention.ts";
import { reportCsv } from "./report-file.ts";
import { reportRows } from "./report-rows.ts";
import { lastMonth, type ReportRow, type UsageReportSpec } from "./usage-report.ts";

/** Makes last month's usage by customer and keeps it as it is now; one that was kept before is replaced. */
export async function keepMonthlyReport(
  actor: SystemActor,
  zone: string,
): Promise<{ readonly month: string; readonly rows: number }> {
  const spec: UsageReportSpec = {
    ...lastMonth(fleetNow(), zone),
    grain: "month",
    group_by: "customer",
    zone,
  };
  const parts: ReportRow[][] = [];
  for await (const part of reportRows(actor, spec)) parts.push(part);
  const csv = await text(reportCsv(spec, parts));
  const rows = parts.reduce((sum, part) => sum + part.length, 0);
  const now = wallNow();
  await asActor(actor, async (sql) => {
    const { monthly_reports_days } = await retentionIn(sql);
    await sql`
      insert into store.reports
        (month, spec, csv, row_count, created_by, created_at, expires_at)
      values (${spec.start_date}, ${storable(spec)}::text::jsonb, ${csv}, ${rows},
        ${actor.name}, ${now}, ${daysAfter(now, monthly_reports_days)})
      on conflict (organization_id, month) do update
      set spec = excluded.spec, csv = excluded.csv, row_count = excluded.row_count,
          created_by = excluded.created_by, created_at = excluded.created_at,
          expires_at = excluded.expires_at`;
  });
  return { month: spec.start_date.slice(0, 7), rows };
}
