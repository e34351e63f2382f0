import { systemActor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Conflict } from "#core/errors.ts";
import { database, type Transaction } from "#db/database.ts";
import { fromDatabaseError } from "#db/errors.ts";
import { inTransaction } from "#db/transaction.ts";
import type { Organization } from "#domain/orgs/ensure-organization.ts";
import { type Anchor, readAnchor, replaceAnchor } from "./anchor-file.ts";
import { recordAudit } from "./record-audit.ts";
import { NO_HASH } from "./seal.ts";

interface Link {
  readonly sequence: number;
  readonly hash: string;
}

/**
 * Takes an organisation's log as it ends now: head and anchor go on from the newest row that is there,
 * and a new row tells that, and what they were. Rows that were altered or removed stay found.
 *
 * @throws Conflict when something was anchored meanwhile.
 */
export async function acceptAuditLog(organization: Organization, by: string): Promise<void> {
  const anchor = readAnchor(organization.id);
  let head: Link;
  try {
    head = await inTransaction(await database(), (sql) => moveHead(sql, organization, anchor, by));
  } catch (error) {
    throw fromDatabaseError(error);
  }
  const anchoredAt = wallNow().toISOString();
  if (!replaceAnchor(organization.id, anchor, { ...head, anchoredAt })) {
    throw new Conflict("The audit log was anchored meanwhile. Verify it again.");
  }
}

async function moveHead(
  sql: Transaction,
  organization: Organization,
  anchor: Anchor | null,
  by: string,
): Promise<Link> {
  const { id } = organization;
  await sql`select set_config('app.organization_id', ${id}, true)`;
  const before = await readHead(sql, id);
  const [newest = { sequence: 0, hash: NO_HASH }] = await sql<Link[]>`
    select sequence, encode(hash, 'hex') as hash from store.audit_logs
    where organization_id = ${id} and sequence is not null order by sequence desc limit 1`;
  await sql`
    insert into store.audit_heads (organization_id, sequence, hash)
    values (${id}, ${newest.sequence}, decode(${newest.hash}, 'hex'))
    on conflict (organization_id) do update set sequence = excluded.sequence, hash = excluded.hash`;
  await recordAudit(sql, systemActor(organization, by), {
    action: "audit.accept",
    resourceType: "audit_log",
    resourceId: id,
    changes: { head: before, anchor, newest },
  });
  const head = await readHead(sql, id);
  if (!head) throw new Error("the audit log has no head though a row was recorded");
  return head;
}

async function readHead(sql: Transaction, organizationId: string): Promise<Link | null> {
  const [head] = await sql<Link[]>`
    select sequence, encode(hash, 'hex') as hash from store.audit_heads
    where organization_id = ${organizationId} for update`;
  return head ?? null;
}
