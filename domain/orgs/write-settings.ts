import type { Actor } from "#core/actor.ts";
import type { Transaction } from "#db/database.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";

interface Changed {
  /** Of the audit row. */
  readonly action: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Columns of the organisation's settings, with the audit row that tells of them; last in its transaction. */
export async function writeSettings(
  sql: Transaction,
  actor: Actor,
  columns: Readonly<Record<string, string | number | null>>,
  { action, before, after }: Changed,
): Promise<void> {
  await sql`
    insert into store.organization_settings ${sql(columns)}
    on conflict (organization_id) do update set ${sql(columns)}`;
  await recordAudit(sql, actor, {
    action,
    resourceType: "organization",
    resourceId: actor.organizationId,
    changes: { before, after },
  });
}
