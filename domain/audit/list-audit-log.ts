import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { decodeCursor, encodeCursor } from "#core/cursor.ts";
import { passesLuhn } from "#core/luhn.ts";
import type { Sql } from "#db/database.ts";
import { readAsActor } from "#db/guard.ts";

export const CHANNELS = ["web", "api", "slack", "mcp", "system"] as const;

/** An audit row as every door shows it. */
export const AuditRow = z.object({
  id: z.number(),
  /** Its number in the chain of recorded rows; null for a row of the demo, or from before the chain. */
  sequence: z.number().nullable(),
  actor: z.string(),
  channel: z.enum(CHANNELS),
  action: z.string(),
  resource_type: z.string(),
  resource_id: z.string().nullable(),
  changes: z.unknown(),
  ip_address: z.string().nullable(),
  user_agent: z.string().nullable(),
  /** ISO 8601 in UTC. */
  occurred_at: z.string(),
});
export type AuditRow = z.infer<typeof AuditRow>;

export interface ListAuditLogInput {
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly resource_type?: string | undefined;
  readonly resource_id?: string | undefined;
  readonly channel?: AuditRow["channel"] | undefined;
  /** Included. */
  readonly from?: Date | undefined;
  /** Not included. */
  readonly to?: Date | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface AuditPage {
  readonly audit_logs: AuditRow[];
  readonly next_cursor: string | null;
  readonly has_more: boolean;
}

/** A row's place in the list: the instant in microseconds, and the id for rows of one instant. */
const Place = z.object({ at: z.iso.datetime(), id: z.int().positive() });

type Row = Omit<AuditRow, "occurred_at"> & { occurred_at: Date; at: string };

/** The organisation's audit log, the newest first, a page at a time. */
export async function listAuditLog(actor: Actor, input: ListAuditLogInput): Promise<AuditPage> {
  const rows = await readAsActor(
    actor,
    (sql) => sql<Row[]>`
      select id, sequence, actor, channel, action, resource_type, resource_id, changes, ip_address,
        user_agent, occurred_at,
        to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
      from store.audit_logs
      where ${conditions(sql, input)}
      order by occurred_at desc, id desc limit ${input.limit + 1}`,
  );
  const page = rows.slice(0, input.limit);
  const has_more = rows.length > input.limit;
  const last = page.at(-1);
  return {
    audit_logs: page.map(({ at, occurred_at, ...row }) => ({
      ...row,
      occurred_at: occurred_at.toISOString(),
    })),
    has_more,
    next_cursor: has_more && last ? encodeCursor({ at: last.at, id: last.id }) : null,
  };
}

function conditions(sql: Sql, input: ListAuditLogInput) {
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor, Place);
  const parts = [
    after && sql`(occurred_at, id) < (${after.at}::text::timestamptz, ${after.id}::bigint)`,
    input.actor === undefined ? null : sql`actor = ${input.actor}`,
    input.action === undefined ? null : sql`action = ${input.action}`,
    input.resource_type === undefined ? null : sql`resource_type = ${input.resource_type}`,
    input.resource_id === undefined ? null : sql`resource_id = ${asStored(input.resource_id)}`,
    input.channel === undefined ? null : sql`channel = ${input.channel}`,
    input.from === undefined ? null : sql`occurred_at >= ${input.from}`,
    input.to === undefined ? null : sql`occurred_at < ${input.to}`,
  ].filter((part) => part !== null);
  return parts.reduce((all, part) => sql`${all} and ${part}`, sql`true`);
}

/** An ICCID with its check digit is kept without it. */
function asStored(resourceId: string): string {
  const hasCheckDigit = /^\d{20}$/.test(resourceId) && passesLuhn(resourceId);
  return hasCheckDigit ? resourceId.slice(0, 19) : resourceId;
}
