import { isIP } from "node:net";
import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { storable, storableText } from "#db/storable.ts";
import { anchorSoon } from "./anchor-heads.ts";
import { auditKey } from "./audit-key.ts";
import { type SealedColumns, sealOf } from "./seal.ts";

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
export function recordAudit(sql: Transaction, actor: Audited, entry: AuditEntry): Promise<void> {
  return recordAudits(sql, actor, [entry]);
}

/**
 * As `recordAudit`, for many. It holds the organisation's chain until the transaction ends: the last
 * thing that a transaction does, or two of them could wait for each other.
 */
export async function recordAudits(
  sql: Transaction,
  actor: Audited,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const key = await auditKey();
  const [head] = await sql<{ sequence: number; hash: string; ids: number[] }[]>`
    select last_sequence as sequence, encode(last_hash, 'hex') as hash, ids
    from store.lock_audit_head(${entries.length})`;
  if (!head) throw new Error("the audit log's head could not be taken");
  const rows = chain(key, head, actor, entries);
  await insert(sql, rows);
  anchorSoon(actor.organizationId, head.sequence + rows.length);
}

type Row = SealedColumns & { readonly hash: string };

function chain(
  key: Buffer,
  head: { readonly sequence: number; readonly hash: string; readonly ids: readonly number[] },
  actor: Audited,
  entries: readonly AuditEntry[],
): Row[] {
  const shared = {
    organizationId: actor.organizationId,
    actor: storableText(actor.name),
    channel: actor.channel,
    ipAddress: addressOf(actor.ipAddress),
    userAgent: actor.userAgent === undefined ? null : storableText(actor.userAgent),
    occurredAt: wallNow().toISOString().replace("Z", "000Z"),
    source: "recorded",
  };
  let previousHash = head.hash;
  return entries.map((entry, index) => {
    const columns = {
      ...shared,
      sequence: head.sequence + index + 1,
      previousHash,
      id: String(head.ids[index]),
      action: storableText(entry.action),
      resourceType: storableText(entry.resourceType),
      resourceId: storableText(entry.resourceId),
      changes: storable(entry.changes),
    };
    const hash = sealOf(key, columns);
    previousHash = hash;
    return { ...columns, hash };
  });
}

/** Without the zone of a link-local address, which says nothing outside this machine. */
function addressOf(address: string | undefined): string | null {
  const bare = address?.replace(/%.*$/, "") ?? "";
  return isIP(bare) ? bare : null;
}

async function insert(sql: Transaction, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const of = <T>(pick: (row: Row) => T) => rows.map(pick);
  await sql`
    insert into store.audit_logs
      (organization_id, id, sequence, previous_hash, hash, actor, channel, action, resource_type,
       resource_id, changes, ip_address, user_agent, occurred_at)
    overriding system value
    select ${first.organizationId}, r.id::bigint, r.sequence, decode(r.previous_hash, 'hex'),
      decode(r.hash, 'hex'), ${first.actor}, ${first.channel}, r.action, r.resource_type,
      r.resource_id, r.changes::jsonb, ${first.ipAddress}, ${first.userAgent},
      ${first.occurredAt}::text::timestamptz
    from unnest(
      ${of(({ id }) => id)}::text[], ${of(({ sequence }) => sequence)}::bigint[],
      ${of(({ previousHash }) => previousHash)}::text[], ${of(({ hash }) => hash)}::text[],
      ${of(({ action }) => action)}::text[], ${of(({ resourceType }) => resourceType)}::text[],
      ${of(({ resourceId }) => resourceId)}::text[], ${of(({ changes }) => changes)}::text[]
    ) as r (id, sequence, previous_hash, hash, action, resource_type, resource_id, changes)`;
}
