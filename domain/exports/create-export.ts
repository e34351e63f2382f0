import type { Actor } from "#core/actor.ts";
import { fleetNow, wallNow } from "#core/clock.ts";
import { toDay } from "#core/day.ts";
import { asActor } from "#db/guard.ts";
import { storable } from "#db/storable.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { baseUrl } from "#domain/auth/origins.ts";
import { countSims, type ExportChoice } from "./export-choice.ts";

export const EXPORT_FORMATS = ["csv", "xlsx"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface CreatedExport {
  /** Where the file is fetched, by whoever may read SIMs; it is made then, of the SIMs as they are then. */
  readonly url: string;
  readonly format: ExportFormat;
  readonly file_name: string;
  readonly row_count: number;
  readonly expires_at: string;
}

const EXPIRES_AFTER_MS = 24 * 60 * 60 * 1000;

/** @throws Invalid when the query names no SIMs. */
export async function createExport(
  actor: Actor,
  format: ExportFormat,
  choice: ExportChoice,
): Promise<CreatedExport> {
  const rowCount = await countSims(actor, choice);
  const now = wallNow();
  const expiresAt = new Date(now.getTime() + EXPIRES_AFTER_MS);
  const id = await asActor(actor, async (sql) => {
    await sql`delete from store.exports where expires_at < ${now}`;
    const [row] = await sql<{ id: string }[]>`
      insert into store.exports (created_by, format, chosen, created_at, expires_at)
      values (${actor.name}, ${format}, ${storable(choice)}::text::jsonb, ${now}, ${expiresAt})
      returning id`;
    const resourceId = row?.id ?? "";
    await recordAudit(sql, actor, {
      action: "export.create",
      resourceType: "export",
      resourceId,
      changes: { format, chosen: choice, rows: rowCount },
    });
    return resourceId;
  });
  return {
    url: `${baseUrl()}/api/exports/${id}`,
    format,
    file_name: exportName(format),
    row_count: rowCount,
    expires_at: expiresAt.toISOString(),
  };
}

/** By the day of the data. */
export function exportName(format: ExportFormat): string {
  return `sims-${toDay(fleetNow())}.${format}`;
}
