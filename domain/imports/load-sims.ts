import { fleetNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { givenSims } from "./given-sims.ts";
import type { SimRecord } from "./sim-row.ts";

/**
 * Adds the SIMs that are new and changes those that differ. What a record leaves open keeps its value;
 * a new SIM without a status is active. All of them are kept as what the import contained.
 *
 * @returns how many were added and changed.
 */
export async function loadSims(
  sql: Transaction,
  records: readonly SimRecord[],
  importId: string,
): Promise<{ added: number; changed: number }> {
  const given = givenSims(sql, records);
  const rows = await sql<{ isNew: boolean }[]>`
    with contained as (
      insert into store.import_sims (import_id, iccids)
      values (${importId}, ${records.map((record) => record.iccid)}::text[])
    )
    insert into store.sims as kept
      (iccid, imsi, msisdn, imei, label, status, ip_address, operator, country, rat, rate_plan,
       customer, tags, activated_at, deactivated_at, last_seen_at, created_at)
    select iccid, coalesce(g.imsi, s.imsi), coalesce(g.msisdn, s.msisdn), coalesce(g.imei, s.imei),
      coalesce(g.label, s.label), coalesce(g.status, s.status, 'active'),
      coalesce(g.ip_address, s.ip_address), coalesce(g.operator, s.operator),
      coalesce(g.country, s.country), coalesce(g.rat, s.rat), coalesce(g.rate_plan, s.rate_plan),
      coalesce(g.customer, s.customer), coalesce(g.tags, s.tags, '{}'),
      coalesce(g.activated_at, s.activated_at), coalesce(g.deactivated_at, s.deactivated_at),
      coalesce(g.last_seen_at, s.last_seen_at), ${fleetNow()}
    from ${given} left join store.sims s using (iccid)
    order by iccid
    on conflict (organization_id, iccid) do update set
      imsi = excluded.imsi, msisdn = excluded.msisdn, imei = excluded.imei, label = excluded.label,
      status = excluded.status, ip_address = excluded.ip_address, operator = excluded.operator,
      country = excluded.country, rat = excluded.rat, rate_plan = excluded.rate_plan,
      customer = excluded.customer, tags = excluded.tags, activated_at = excluded.activated_at,
      deactivated_at = excluded.deactivated_at, last_seen_at = excluded.last_seen_at
    where (kept.imsi, kept.msisdn, kept.imei, kept.label, kept.status, kept.ip_address,
           kept.operator, kept.country, kept.rat, kept.rate_plan, kept.customer, kept.tags,
           kept.activated_at, kept.deactivated_at, kept.last_seen_at)
      is distinct from
          (excluded.imsi, excluded.msisdn, excluded.imei, excluded.label, excluded.status,
           excluded.ip_address, excluded.operator, excluded.country, excluded.rat,
           excluded.rate_plan, excluded.customer, excluded.tags, excluded.activated_at,
           excluded.deactivated_at, excluded.last_seen_at)
    returning xmax = 0 as "isNew"`; // only a row that was there has been locked
  const added = rows.filter((row) => row.isNew).length;
  return { added, changed: rows.length - added };
}
