import type postgres from "postgres";

/** Copies of the SIMs at hand under new ICCIDs, with a data quota each, up to the wanted number. */
export async function fill(sql: postgres.Sql, id: string, sims: number): Promise<void> {
  await sql`
    insert into store.sims (organization_id, iccid, imsi, msisdn, imei, label, status, ip_address, operator, country,
      rat, rate_plan, customer, tags, activated_at, last_seen_at, created_at)
    select s.organization_id, (8900000000000000000::numeric + n)::text, s.imsi, s.msisdn, s.imei, s.label || '-' || n,
      s.status, s.ip_address, s.operator, s.country, s.rat, s.rate_plan, s.customer, s.tags, s.activated_at,
      s.last_seen_at, s.created_at
    from generate_series(1, ${sims}::int) n
    join (select *, row_number() over (order by iccid) - 1 as place, count(*) over () as many
          from store.sims where organization_id = ${id}) s on s.place = n % s.many
    where n <= ${sims}::int - s.many`;
  await sql`
    insert into store.sim_quota (organization_id, iccid, type, total, used, remaining, updated_at)
    select organization_id, iccid, 'data', 1000, 500, 500, created_at from store.sims where organization_id = ${id}
    on conflict do nothing`;
  await sql`analyze store.sims, store.sim_quota`;
}
