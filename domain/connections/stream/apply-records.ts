import type { StreamedData, StreamedSms } from "#connectors/stream-record.ts";
import type { Transaction } from "#db/database.ts";
import { usageIdOf } from "#domain/imports/usage-ids.ts";
import { markSeen } from "./mark-seen.ts";
import type { Placed } from "./streamed.ts";

/** Puts records that were not there before into the fleet. Their SIMs are locked. */
export async function applyRecords(sql: Transaction, records: readonly Placed[]): Promise<void> {
  await applyData(sql, records.filter(isData));
  await applySms(sql, records.filter(isSms));
  await applyEvents(sql, records);
  await markSeen(sql, records);
}

const isData = (record: Placed): record is Placed & StreamedData => record.kind === "data";
const isSms = (record: Placed): record is Placed & StreamedSms => record.kind === "sms";

async function applyData(
  sql: Transaction,
  records: readonly (Placed & StreamedData)[],
): Promise<void> {
  const rows = records.flatMap((record) =>
    [
      { record, direction: "upload" as const, volumeBytes: record.uploadBytes },
      { record, direction: "download" as const, volumeBytes: record.downloadBytes },
    ].filter(({ volumeBytes }) => volumeBytes > 0),
  );
  if (rows.length === 0) return;
  await sql`
    select store.ingest_usage(
      ${rows.map(({ record }) => record.iccid)}::text[],
      ${rows.map(({ record }) => record.at.toISOString())}::timestamptz[],
      ${rows.map(({ volumeBytes }) => volumeBytes)}::bigint[],
      ${rows.map(({ direction }) => direction)}::text[],
      ${rows.map(({ record }) => record.operator)}::text[],
      ${rows.map(({ record }) => record.country)}::text[],
      ${rows.map(({ record, direction }) => usageIdOf(record.iccid, record.id, direction))}::text[])`;
}

/**
 * A message is recorded once it got there. One to the device was perhaps sent from here: the oldest that
 * waits is then the one that arrived.
 */
async function applySms(
  sql: Transaction,
  records: readonly (Placed & StreamedSms)[],
): Promise<void> {
  const inOrder = records.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  for (const { iccid, at, direction } of inOrder) {
    const [waiting] = await sql`
      update store.sms_messages set status = 'delivered', delivered_at = ${at}
      where id = (
        select m.id from store.sms_messages m
        where m.iccid = ${iccid} and m.direction = 'mt' and m.status = 'pending' and m.sent_at <= ${at}
        order by m.sent_at, m.id limit 1)
        and ${direction} = 'mt'
      returning id`;
    if (waiting) continue;
    await sql`
      insert into store.sms_messages (iccid, direction, status, sent_at, delivered_at)
      values (${iccid}, ${direction}, 'delivered', ${at}, ${at})`;
  }
}

async function applyEvents(sql: Transaction, records: readonly Placed[]): Promise<void> {
  const events = records.flatMap((record) =>
    record.kind === "event" && record.type !== null ? [record] : [],
  );
  if (events.length === 0) return;
  await sql`
    insert into store.connection_events (iccid, occurred_at, type, severity, cause, operator, country)
    select * from unnest(
      ${events.map(({ iccid }) => iccid)}::text[],
      ${events.map(({ at }) => at.toISOString())}::timestamptz[],
      ${events.map(({ type }) => type)}::text[],
      ${events.map(({ severity }) => severity)}::text[],
      ${events.map(({ cause }) => cause)}::text[],
      ${events.map(({ operator }) => operator)}::text[],
      ${events.map(({ country }) => country)}::text[])`;
}
