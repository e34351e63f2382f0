import type { Transaction } from "#db/database.ts";
import type { RecordKind, RecordState } from "./streamed.ts";

export interface KeptRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly state: RecordState;
  readonly reason: string | null;
  /** As it came, in JSON, of what is put aside. */
  readonly record: string | null;
}

export function keyOf({ kind, id }: Pick<KeptRecord, "kind" | "id">): string {
  return `${kind}:${id}`;
}

/**
 * Notes that records came.
 *
 * @returns the keys of those that came for the first time. Of two deliveries of one record the second waits
 *   for the first, and gets it only where that one was rolled back.
 */
export async function keepRecords(
  sql: Transaction,
  connectionId: string,
  records: readonly KeptRecord[],
  receivedAt: Date,
): Promise<ReadonlySet<string>> {
  if (records.length === 0) return new Set();
  const rows = await sql<{ kind: RecordKind; id: string }[]>`
    insert into store.stream_records
      (connection_id, kind, record_id, state, reason, record, received_at)
    select ${connectionId}, r.kind, r.id, r.state, r.reason, r.record, ${receivedAt}
    from unnest(
      ${records.map(({ kind }) => kind)}::text[],
      ${records.map(({ id }) => id)}::text[],
      ${records.map(({ state }) => state)}::text[],
      ${records.map(({ reason }) => reason)}::text[],
      ${records.map(({ record }) => record)}::text[])
      as r (kind, id, state, reason, record)
    order by r.kind, r.id
    on conflict do nothing
    returning kind, record_id as id`;
  return new Set(rows.map(keyOf));
}
