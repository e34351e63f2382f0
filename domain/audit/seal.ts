import { createHmac } from "node:crypto";
import { canonicalJson } from "./canonical-json.ts";

/** A row of the audit log as its hash covers it: every column that a reader sees, as text. */
export interface SealedColumns {
  readonly organizationId: string;
  readonly sequence: number;
  /** Hexadecimal, as all hashes here. */
  readonly previousHash: string;
  readonly id: string;
  readonly actor: string;
  readonly channel: string;
  readonly action: string;
  readonly resourceType: string;
  readonly resourceId: string | null;
  /** JSON text. */
  readonly changes: string;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
  /** ISO 8601 in UTC, in microseconds, which is all that Postgres keeps. */
  readonly occurredAt: string;
  readonly source: string;
}

/** What the first row of a chain follows. */
export const NO_HASH = "00".repeat(32);

/** The hash that a row must carry. Without the key nobody can make it for a changed row. */
export function sealOf(key: Buffer, row: SealedColumns): string {
  const columns = [
    row.organizationId,
    row.sequence,
    row.previousHash,
    row.id,
    row.actor,
    row.channel,
    row.action,
    row.resourceType,
    row.resourceId,
    canonicalJson(row.changes),
    row.ipAddress,
    row.userAgent,
    row.occurredAt,
    row.source,
  ];
  return createHmac("sha256", key).update(JSON.stringify(columns)).digest("hex");
}
