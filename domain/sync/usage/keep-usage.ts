import type { UsageDay } from "#connectors/provider-reads.ts";
import { wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { storable } from "#db/storable.ts";
import { namelessIdOf } from "#domain/imports/usage-ids.ts";
import type { Read } from "../read-each.ts";
import type { NeededUsage } from "./needed-usage.ts";

export interface AskedDays extends NeededUsage {
  readonly from: string;
  readonly to: string;
  /** The last day that was over. */
  readonly completeUntil: string;
}

type Result = Read<AskedDays, readonly UsageDay[]>;

/** So much the tables take for a day of a SIM at most. */
const MAX_BYTES = 2 ** 50;

/**
 * The provider's figures of days, the newest in place of those before. Which bytes of them count, beside what
 * was pushed or loaded from files, `store.settle_usage` decides for each SIM and day.
 *
 * @returns how many SIMs were read.
 */
export async function keepUsage(sql: Transaction, results: readonly Result[]): Promise<number> {
  const locked = await sql<{ iccid: string }[]>`
    select iccid from store.sims where iccid = any(${results.map(({ item }) => item.iccid)}::text[])
    order by iccid for no key update`;
  const known = new Set(locked.map(({ iccid }) => iccid));
  const ours = results.filter(({ item }) => known.has(item.iccid));
  await keepReads(sql, ours);
  const read = ours.filter((result) => "value" in result);
  const figures = read.flatMap(figuresOf);
  await sql`
    insert into store.provider_usage as kept
      (iccid, day, upload_bytes, download_bytes, sms_to_device, sms_from_device, is_complete, upload_id,
       download_id)
    select * from jsonb_to_recordset(${storable(figures)}::text::jsonb) as g (iccid text, day date,
      upload_bytes bigint, download_bytes bigint, sms_to_device int, sms_from_device int,
      is_complete boolean, upload_id text, download_id text)
    order by iccid, day
    on conflict (organization_id, iccid, day) do update
    set upload_bytes = excluded.upload_bytes, download_bytes = excluded.download_bytes,
        sms_to_device = excluded.sms_to_device, sms_from_device = excluded.sms_from_device,
        is_complete = excluded.is_complete`;
  const silent = await silentDays(sql, read, figures);
  const settled = [...figures, ...silent];
  await sql`
    select store.settle_usage(${settled.map(({ iccid }) => iccid)}::text[],
      ${settled.map(({ day }) => day)}::date[])`;
  await markSeen(sql, figures);
  return read.length;
}

async function keepReads(sql: Transaction, results: readonly Result[]): Promise<void> {
  const now = wallNow();
  const rows = results.map((result) => ({
    iccid: result.item.iccid,
    read_at: "value" in result ? result.askedAt : null,
    complete_until: "value" in result ? result.item.completeUntil : null,
    remaining: result.item.remaining,
    seen_at: new Date(Math.max(result.item.last_seen_at?.getTime() ?? 0, result.asOf.getTime())),
  }));
  await sql`
    insert into store.provider_usage_reads as kept
      (iccid, tried_at, read_at, complete_until, remaining, seen_at)
    select iccid, ${now}, read_at, complete_until, remaining, seen_at
    from jsonb_to_recordset(${storable(rows)}::text::jsonb) as g (iccid text, read_at timestamptz,
      complete_until date, remaining bigint, seen_at timestamptz)
    order by iccid
    on conflict (organization_id, iccid) do update
    set tried_at = excluded.tried_at, read_at = coalesce(excluded.read_at, kept.read_at),
      complete_until = coalesce(excluded.complete_until, kept.complete_until),
      remaining = case when excluded.read_at is null then kept.remaining else excluded.remaining end,
      seen_at = case when excluded.read_at is null then kept.seen_at else excluded.seen_at end`;
}

function figuresOf(result: Result) {
  const { item } = result;
  const days = ("value" in result ? result.value : null) ?? [];
  return [...new Map(days.map((day) => [day.day, day])).values()]
    .filter(({ day }) => day >= item.from && day <= item.to)
    .map((day) => ({
      ...idsOf(item.iccid, day.day),
      iccid: item.iccid,
      day: day.day,
      upload_bytes: bounded(day.upload_bytes),
      download_bytes: bounded(day.download_bytes),
      sms_to_device: day.sms_to_device,
      sms_from_device: day.sms_from_device,
      is_complete: day.day <= item.completeUntil,
    }));
}

/** As a file with the provider's days has them: loaded as well, they are the same records. */
function idsOf(iccid: string, day: string) {
  const at = new Date(`${day}T00:00:00Z`);
  const idOf = (direction: "upload" | "download") =>
    namelessIdOf({ iccid, at, direction, operator: null, country: null });
  return { upload_id: idOf("upload"), download_id: idOf("download") };
}

function bounded(bytes: number): number {
  return Math.min(Math.max(0, Math.round(bytes)), MAX_BYTES);
}

/** Days of which the provider says nothing, where it did before or where we have records: they are nothing there. */
async function silentDays(
  sql: Transaction,
  read: readonly Result[],
  figures: readonly { readonly iccid: string; readonly day: string }[],
): Promise<{ iccid: string; day: string }[]> {
  const days = await sql<{ iccid: string; day: string; complete_until: string }[]>`
    with asked as (
      select * from jsonb_to_recordset(${storable(read.map(({ item }) => item))}::text::jsonb)
        as g (iccid text, "from" date, "to" date, "completeUntil" date)
    )
    select a.iccid, d.day, a."completeUntil" as complete_until from asked a
    join fleet.sim_usage_daily d on d.iccid = a.iccid and d.day between a."from" and a."to"
    union
    select a.iccid, p.day, a."completeUntil" from asked a
    join store.provider_usage p on p.iccid = a.iccid and p.day between a."from" and a."to"`;
  const said = new Set(figures.map(({ iccid, day }) => `${iccid} ${day}`));
  const silent = days
    .filter(({ iccid, day }) => !said.has(`${iccid} ${day}`))
    .map((row) => ({ ...row, ...idsOf(row.iccid, row.day) }));
  if (silent.length === 0) return [];
  await sql`
    insert into store.provider_usage as kept
      (iccid, day, upload_bytes, download_bytes, sms_to_device, sms_from_device, is_complete, upload_id,
       download_id)
    select iccid, day, 0, 0, 0, 0, day <= complete_until, upload_id, download_id
    from jsonb_to_recordset(${storable(silent)}::text::jsonb) as g (iccid text, day date,
      complete_until date, upload_id text, download_id text)
    order by iccid, day
    on conflict (organization_id, iccid, day) do update
    set upload_bytes = 0, download_bytes = 0, sms_to_device = 0, sms_from_device = 0,
        is_complete = excluded.is_complete`;
  return silent;
}

/** A SIM with traffic was on a network that day, at what time is not known. */
async function markSeen(
  sql: Transaction,
  figures: readonly {
    readonly iccid: string;
    readonly day: string;
    readonly upload_bytes: number;
    readonly download_bytes: number;
  }[],
): Promise<void> {
  const used = figures.filter((figure) => figure.upload_bytes + figure.download_bytes > 0);
  if (used.length === 0) return;
  await sql`
    update store.sims s set last_seen_at = r.day
    from (
      select g.iccid, max(g.day)::timestamp at time zone 'UTC' as day
      from unnest(${used.map(({ iccid }) => iccid)}::text[], ${used.map(({ day }) => day)}::date[])
        as g (iccid, day) group by g.iccid) as r
    where s.iccid = r.iccid and (s.last_seen_at is null or s.last_seen_at < r.day)`;
}
