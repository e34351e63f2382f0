import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";

export interface AuditEntry {
  /** A verb such as `sim.suspend`. */
  readonly action: string;
  readonly resourceType: string;
  /** The ICCID for a SIM. */
  readonly resourceId: string;
  readonly changes: Readonly<Record<string, unknown>>;
}

/** Who an audit row is about: a worker writes rows in the name of whoever asked. */
export type Audited = Pick<
  Actor,
  "organizationId" | "name" | "channel" | "ipAddress" | "userAgent"
>;

/** One audit row, in the transaction of the effect that it tells of, so that neither exists alone. */
export async function recordAudit(
  sql: Transaction,
  actor: Audited,
  entry: AuditEntry,
): Promise<void> {
  await sql`
    insert into store.audit_logs
      (organization_id, actor, channel, action, resource_type, resource_id, changes, ip_address,
       user_agent, occurred_at)
    values (${actor.organizationId}, ${actor.name}, ${actor.channel}, ${entry.action},
      ${entry.resourceType}, ${entry.resourceId}, ${JSON.stringify(entry.changes)}::text::jsonb,
      ${actor.ipAddress ?? null}::text::inet, ${actor.userAgent ?? null}, ${wallNow()})`;
}
