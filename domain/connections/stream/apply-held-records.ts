import { readRecord } from "#connectors/once/stream/read-record.ts";
import type { Actor } from "#core/actor.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { applyRecords } from "./apply-records.ts";
import { simsOfRecords } from "./sims-of-records.ts";
import type { RecordKind } from "./streamed.ts";

const BATCH = 1_000;
/** It was not too late when it came. */
const ANY_TIME = new Date("2100-01-01T00:00:00Z");

interface HeldRow {
  readonly connection_id: string;
  readonly kind: RecordKind;
  readonly record_id: string;
  readonly record: string;
}

/**
 * Puts pushed records into the fleet that waited for their SIM: to be called when SIMs came.
 *
 * @returns how many no longer wait.
 */
export async function applyHeldRecords(actor: Actor): Promise<number> {
  let applied = 0;
  let after: HeldRow | null = null;
  for (;;) {
    const batch: { rows: readonly HeldRow[]; applied: number } = await asActor(actor, (sql) =>
      applyBatch(sql, after),
    );
    applied += batch.applied;
    after = batch.rows.at(-1) ?? null;
    if (batch.rows.length < BATCH) return applied;
  }
}

async function applyBatch(sql: Transaction, after: HeldRow | null) {
  const rows = await sql<HeldRow[]>`
    select connection_id, kind, record_id, record from store.stream_records
    where state = 'held' and (connection_id, kind, record_id) >
      (${after?.connection_id ?? ""}, ${after?.kind ?? ""}, ${after?.record_id ?? ""})
    order by connection_id, kind, record_id limit ${BATCH} for update`;
  let applied = 0;
  for (const [connectionId, held] of Map.groupBy(rows, (row) => row.connection_id)) {
    const read = held.flatMap((row) => {
      const record = readRecord(JSON.parse(row.record), ANY_TIME);
      return record.kind === "unreadable" ? [] : [{ row, record }];
    });
    const sims = await simsOfRecords(
      sql,
      connectionId,
      read.map(({ record }) => record),
    );
    const placed = read.flatMap(({ row, record }) => {
      const iccid = sims.get(record);
      return iccid === undefined ? [] : [{ row, record: { ...record, iccid } }];
    });
    if (placed.length === 0) continue;
    await applyRecords(
      sql,
      placed.map(({ record }) => record),
    );
    await markStored(
      sql,
      connectionId,
      placed.map(({ row }) => row),
    );
    applied += placed.length;
  }
  return { rows, applied };
}

async function markStored(
  sql: Transaction,
  connectionId: string,
  rows: readonly HeldRow[],
): Promise<void> {
  await sql`
    update store.stream_records r set state = 'stored', reason = null, record = null
    from unnest(${rows.map(({ kind }) => kind)}::text[], ${rows.map((row) => row.record_id)}::text[])
      as t (kind, id)
    where r.connection_id = ${connectionId} and r.kind = t.kind and r.record_id = t.id`;
}
