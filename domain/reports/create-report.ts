import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { asActor } from "#db/guard.ts";
import { storable } from "#db/storable.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { baseUrl } from "#domain/auth/origins.ts";
import { reportFileName } from "./report-file.ts";
import { checkPeriod, type UsageReportSpec } from "./usage-report.ts";

export interface CreatedReport {
  /** Where the file is fetched, by whoever may read reports; it is made then, of the data as it is then. */
  readonly url: string;
  readonly file_name: string;
  readonly expires_at: string;
}

const EXPIRES_AFTER_MS = 24 * 60 * 60 * 1000;

/** @throws Invalid when the period is none. */
export async function createReport(actor: Actor, spec: UsageReportSpec): Promise<CreatedReport> {
  checkPeriod(spec);
  const now = wallNow();
  const expiresAt = new Date(now.getTime() + EXPIRES_AFTER_MS);
  const id = await asActor(actor, async (sql) => {
    const [row] = await sql<{ id: string }[]>`
      insert into store.reports (spec, created_by, created_at, expires_at)
      values (${storable(spec)}::text::jsonb, ${actor.name}, ${now}, ${expiresAt}) returning id`;
    const resourceId = row?.id ?? "";
    await recordAudit(sql, actor, {
      action: "report.create",
      resourceType: "report",
      resourceId,
      changes: { ...spec },
    });
    return resourceId;
  });
  return {
    url: `${baseUrl()}/api/reports/${id}`,
    file_name: reportFileName(spec),
    expires_at: expiresAt.toISOString(),
  };
}
