import type { CarriedTraffic } from "#connectors/once/emulator/traffic/carry.ts";
import type { Transaction } from "#db/database.ts";
import { PAGE_SIMS } from "./read-sims.ts";

interface Wanted {
  /** The last ICCID of the page before. */
  readonly after: string;
  /** The first day of which traffic may be new. */
  readonly since: Date;
}

/** What a page of the organisation's SIMs used, for an emulator that does not make it up. */
export async function readTraffic(
  sql: Transaction,
  { after, since }: Wanted,
): Promise<CarriedTraffic[]> {
  return sql<CarriedTraffic[]>`
    with page as (
      select iccid, last_seen_at, country, operator from store.sims
      where iccid > ${after} order by iccid limit ${PAGE_SIMS}
    ), days as (
      select d.iccid, jsonb_agg(jsonb_build_object('day', d.day, 'upload_bytes', d.upload_volume,
        'download_bytes', d.download_volume)) as days
      from fleet.sim_usage_daily d
      where d.iccid in (select iccid from page) and d.day >= (${since}::timestamptz at time zone 'UTC')::date
      group by d.iccid
    ), sent as (
      select iccid, count(*)::int as sent from store.sms_messages
      where iccid in (select iccid from page) and direction = 'mt' group by iccid
    ), quotas as (
      select iccid, type, jsonb_build_object('used', used, 'expiry_date', expires_at) as period
      from store.sim_quota where iccid in (select iccid from page)
    )
    select p.iccid, coalesce(d.days, '[]') as days, coalesce(m.sent, 0) as sms_to_device,
      data.period as data, sms.period as sms, p.last_seen_at as attached_at, p.country, p.operator
    from page p
    left join days d using (iccid)
    left join sent m using (iccid)
    left join quotas data on data.iccid = p.iccid and data.type = 'data'
    left join quotas sms on sms.iccid = p.iccid and sms.type = 'sms'
    order by p.iccid`;
}
