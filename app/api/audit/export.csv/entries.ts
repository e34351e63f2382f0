import type { Actor } from "#core/actor.ts";
import type { AuditPage } from "#domain/audit/list-audit-log.ts";
import { callTool } from "#tools/call.ts";
import { listAuditLog } from "#tools/list-audit-log.ts";

export const COLUMNS = [
  "number",
  "time",
  "actor",
  "channel",
  "action",
  "resource_type",
  "resource_id",
  "changes",
  "ip_address",
  "user_agent",
];
const BATCH = 200;

type Filters = Readonly<Record<string, unknown>>;

/** The request for the whole was counted; the pages of it are not. */
export function pageOf(actor: Actor, filters: Filters, cursor?: string): Promise<AuditPage> {
  const input = { ...filters, limit: BATCH, ...(cursor && { cursor }) };
  return callTool(actor, listAuditLog, input, { isCounted: false });
}

/** All entries that the filters leave, from a first page on. */
export async function* entries(actor: Actor, filters: Filters, first: AuditPage) {
  for (let page = first; ; ) {
    for (const row of page.audit_logs) {
      yield [
        row.sequence,
        row.occurred_at,
        row.actor,
        row.channel,
        row.action,
        row.resource_type,
        row.resource_id,
        JSON.stringify(row.changes),
        row.ip_address,
        row.user_agent,
      ];
    }
    if (page.next_cursor === null) return;
    page = await pageOf(actor, filters, page.next_cursor);
  }
}
