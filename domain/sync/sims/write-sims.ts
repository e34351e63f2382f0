import type { ListedSim } from "#connectors/provider-reads.ts";
import type { Transaction } from "#db/database.ts";
import { storable } from "#db/storable.ts";
import type { Difference, OurSim } from "./compare-sim.ts";

type NewSim = ListedSim & Pick<OurSim, "status">;
type Taken = Partial<OurSim> & Pick<OurSim, "iccid">;

/** One that came in another way meanwhile stays as it is. */
export async function insertSims(
  sql: Transaction,
  sims: readonly NewSim[],
  now: Date,
): Promise<void> {
  if (sims.length === 0) return;
  await sql`
    insert into store.sims
      (iccid, imsi, msisdn, imei, label, status, ip_address, activated_at, created_at)
    select iccid, imsi, msisdn, imei, label, status, ip_address, activated_at, ${now}
    from jsonb_to_recordset(${storable(sims)}::text::jsonb) as g (iccid text, imsi text, msisdn text,
      imei text, label text, status text, ip_address inet, activated_at timestamptz)
    order by iccid
    on conflict do nothing`;
}

/** Of each SIM the fields that are given, null included. */
export async function writeSims(
  sql: Transaction,
  sims: readonly Taken[],
  { now, toldAt }: { readonly now: Date; readonly toldAt: Date },
): Promise<void> {
  if (sims.length === 0) return;
  await sql`
    update store.sims s set
      imsi = coalesce(g.v->>'imsi', s.imsi),
      msisdn = coalesce(g.v->>'msisdn', s.msisdn),
      imei = coalesce(g.v->>'imei', s.imei),
      imei_seen_at = case when g.v ? 'imei' then ${toldAt} else s.imei_seen_at end,
      ip_address = coalesce((g.v->>'ip_address')::inet, s.ip_address),
      activated_at = coalesce((g.v->>'activated_at')::timestamptz, s.activated_at,
        case when g.v->>'status' = 'active' then ${now}::timestamptz end),
      label = case when g.v ? 'label' then g.v->>'label' else s.label end,
      status = coalesce(g.v->>'status', s.status),
      deactivated_at = case when g.v ? 'status' then null else s.deactivated_at end
    from jsonb_array_elements(${storable(sims)}::text::jsonb) as g (v)
    where s.iccid = g.v->>'iccid'`;
}

interface Mirroring {
  /** All that were found. */
  readonly all: readonly string[];
  /** Those of which we keep what was said. */
  readonly settled: readonly ListedSim[];
  readonly pass: number;
  readonly askedAt: Date;
}

export async function mirrorSims(
  sql: Transaction,
  { all, settled, pass, askedAt }: Mirroring,
): Promise<void> {
  if (all.length === 0) return;
  await sql`
    update store.provider_sims set pass = ${pass}, gone_at = null
    where iccid = any(${all as string[]}::text[])`;
  await sql`
    insert into store.provider_sims as kept
      (iccid, imsi, msisdn, imei, label, is_enabled, imei_lock, ip_address, activated_at, data_level,
       sms_level, data_total, sms_total, pass, first_seen_at, last_seen_at)
    select iccid, imsi, msisdn, imei, label, is_enabled, imei_lock, ip_address, activated_at, data_level,
      sms_level, data_total, sms_total, ${pass}, ${askedAt}, ${askedAt}
    from jsonb_to_recordset(${storable(settled)}::text::jsonb) as g (iccid text, imsi text, msisdn text,
      imei text, label text, is_enabled boolean, imei_lock boolean, ip_address inet,
      activated_at timestamptz, data_level text, sms_level text, data_total bigint, sms_total bigint)
    on conflict (organization_id, iccid) do update set
      imsi = excluded.imsi, msisdn = excluded.msisdn, imei = excluded.imei, label = excluded.label,
      is_enabled = excluded.is_enabled, imei_lock = excluded.imei_lock,
      ip_address = excluded.ip_address, activated_at = excluded.activated_at,
      data_level = excluded.data_level, sms_level = excluded.sms_level,
      data_total = excluded.data_total, sms_total = excluded.sms_total, pass = excluded.pass,
      last_seen_at = excluded.last_seen_at`;
}

interface DifferencesOfSim {
  readonly iccid: string;
  readonly differences: readonly Difference[];
}

/** The differences that these SIMs have now; those that are over go. */
export async function keepDifferences(
  sql: Transaction,
  sims: readonly DifferencesOfSim[],
  now: Date,
): Promise<void> {
  if (sims.length === 0) return;
  const rows = sims.flatMap(({ iccid, differences }) =>
    differences.map((difference) => ({ iccid, ...difference })),
  );
  await sql`
    delete from store.sync_differences d
    where iccid = any(${sims.map(({ iccid }) => iccid)}::text[])
      and (iccid, field) <> all (
        select * from unnest(${rows.map(({ iccid }) => iccid)}::text[],
          ${rows.map(({ field }) => field)}::text[]))`;
  if (rows.length === 0) return;
  await sql`
    insert into store.sync_differences as kept (iccid, field, kind, ours, theirs, since)
    select iccid, field, kind, ours, theirs, ${now}
    from jsonb_to_recordset(${storable(rows)}::text::jsonb)
      as g (iccid text, field text, kind text, ours text, theirs text)
    on conflict (organization_id, iccid, field) do update
    set kind = excluded.kind, ours = excluded.ours, theirs = excluded.theirs,
        since = case when kept.kind = excluded.kind then kept.since else excluded.since end
    where (kept.kind, kept.ours, kept.theirs) is distinct from (excluded.kind, excluded.ours, excluded.theirs)`;
}
