import type { Transaction } from "#db/database.ts";
import type { UsageRecord } from "./usage-row.ts";

export interface IdentifiedRecord extends UsageRecord {
  readonly recordId: string;
  /** Whether the file has had a record of this id shortly before. */
  readonly isRepeat: boolean;
}

/** The records that the fleet has already: by their ids, whether the given volume is another one. */
export type FoundRecords = ReadonlyMap<string, boolean>;

interface FoundRow {
  readonly foundId: string;
  readonly isChanged: boolean;
}

/** Those of `iccids` that the actor's fleet has. */
export async function knownSims(
  sql: Transaction,
  iccids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await sql<{ iccid: string }[]>`
    select iccid from store.sims where iccid = any(${[...new Set(iccids)]}::text[])`;
  return new Set(rows.map((row) => row.iccid));
}

/** Adds the records that are new and takes newer volumes over. Every SIM must be known. */
export async function loadUsage(
  sql: Transaction,
  records: readonly IdentifiedRecord[],
): Promise<FoundRecords> {
  const found = foundIn(
    await sql<FoundRow[]>`
    select found_id as "foundId", is_changed as "isChanged"
    from store.revise_usage(${idsOf(records)}::text[], ${volumesOf(records)}::bigint[])`,
  );
  const fresh = records.filter((record) => !found.has(record.recordId));
  if (fresh.length > 0) await ingest(sql, fresh);
  return found;
}

/** What `loadUsage` would find, without writing anything. */
export async function compareUsage(
  sql: Transaction,
  records: readonly IdentifiedRecord[],
): Promise<FoundRecords> {
  return foundIn(
    await sql<FoundRow[]>`
    select found_id as "foundId", is_changed as "isChanged"
    from store.compare_usage(${idsOf(records)}::text[], ${volumesOf(records)}::bigint[])`,
  );
}

function foundIn(rows: readonly FoundRow[]): FoundRecords {
  return new Map(rows.map(({ foundId, isChanged }) => [foundId, isChanged]));
}

function idsOf(records: readonly IdentifiedRecord[]): string[] {
  return records.map((record) => record.recordId);
}

function volumesOf(records: readonly IdentifiedRecord[]): number[] {
  return records.map((record) => record.volumeBytes);
}

async function ingest(sql: Transaction, records: readonly IdentifiedRecord[]): Promise<void> {
  await sql`
    select store.ingest_usage(
      ${records.map((record) => record.iccid)}::text[],
      ${records.map((record) => record.at.toISOString())}::timestamptz[],
      ${volumesOf(records)}::bigint[],
      ${records.map((record) => record.direction)}::text[],
      ${records.map((record) => record.operator)}::text[],
      ${records.map((record) => record.country)}::text[],
      ${idsOf(records)}::text[])`;
}
