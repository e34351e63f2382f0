import type { Transaction } from "#db/database.ts";
import type { UsageRecord } from "./usage-row.ts";

export interface IdentifiedRecord extends UsageRecord {
  readonly recordId: string;
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

/**
 * Adds the records that are new and takes newer volumes over. Every SIM must be known.
 *
 * @returns the ids of the records that were there already and are as they were.
 */
export async function loadUsage(
  sql: Transaction,
  records: readonly IdentifiedRecord[],
): Promise<ReadonlySet<string>> {
  const found = await sql<{ foundId: string; isChanged: boolean }[]>`
    select found_id as "foundId", is_changed as "isChanged"
    from store.revise_usage(
      ${records.map((record) => record.recordId)}::text[],
      ${records.map((record) => record.volumeBytes)}::bigint[])`;
  const foundIds = new Set(found.map((row) => row.foundId));
  const fresh = records.filter((record) => !foundIds.has(record.recordId));
  if (fresh.length > 0) await ingest(sql, fresh);
  return new Set(found.filter((row) => !row.isChanged).map((row) => row.foundId));
}

async function ingest(sql: Transaction, records: readonly IdentifiedRecord[]): Promise<void> {
  await sql`
    select store.ingest_usage(
      ${records.map((record) => record.iccid)}::text[],
      ${records.map((record) => record.at.toISOString())}::timestamptz[],
      ${records.map((record) => record.volumeBytes)}::bigint[],
      ${records.map((record) => record.direction)}::text[],
      ${records.map((record) => record.operator)}::text[],
      ${records.map((record) => record.country)}::text[],
      ${records.map((record) => record.recordId)}::text[])`;
}
