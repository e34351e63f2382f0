import type { Sql } from "#db/database.ts";
import { FAMILY_NAMES, seriesOf } from "#evals/forecast/families.ts";

export const DAYS = 180;
export const NOW = "2026-10-21T04:00:00Z";
const LAST_DAY = "2026-10-20";
/** Ways of using data; each SIM has one of them, as its own multiple. */
const PATTERNS = 1_100;
const CUSTOMERS = 200;

/** So many SIMs with half a year of usage, quotas, customers, countries, tags and plans. Past the guard. */
export async function makeFleet(sql: Sql, organization: string, sims: number): Promise<void> {
  await sql`create temporary table patterns (pattern int, ago int, bytes float8)`;
  for (let pattern = 0; pattern < PATTERNS; pattern++) {
    const family = FAMILY_NAMES[pattern % FAMILY_NAMES.length];
    if (!family) continue;
    const series = seriesOf(family, pattern, DAYS);
    await sql`
      insert into patterns select ${pattern}, ${DAYS}::int - n, bytes
      from unnest(${Array.from(series)}::float8[]) with ordinality as s (bytes, n) where bytes >= 1`;
  }
  await sql`
    insert into store.rate_plans (organization_id, name, monthly_price, currency, included_bytes, overage_price_per_mb)
    values (${organization}, 'S', 1, 'EUR', ${100 * 1024 ** 2}, 0.01), (${organization}, 'M', 3, 'EUR', ${500 * 1024 ** 2}, 0.01),
      (${organization}, 'L', 8, 'EUR', ${2 * 1024 ** 3}, 0.005), (${organization}, 'XL', 20, 'EUR', ${10 * 1024 ** 3}, 0.004)`;
  await sql`
    insert into store.sims (organization_id, iccid, label, status, country, operator, rate_plan, customer, tags)
    select ${organization}, (8988280666000000000::numeric + n)::text, 'device-' || n, 'active',
      (array['DE', 'FR', 'PL', 'ES'])[1 + n % 4], (array['Telekom DE', 'Orange', 'Plus', 'Movistar'])[1 + n % 4],
      (array['S', 'M', 'L', 'XL'])[1 + n % 4], 'Customer ' || n % ${CUSTOMERS}::int,
      array[(array['metering', 'tracking', 'vending'])[1 + n % 3]]
    from generate_series(0, ${sims - 1}::int) n`;
  await sql`
    insert into store.sim_quota (organization_id, iccid, type, total, used, remaining, expires_at, updated_at)
    select organization_id, iccid, 'data', ${1024 ** 3}, ${1024 ** 3 / 2}, ${1024 ** 3 / 2}, '2026-12-31', ${NOW}
    from store.sims where organization_id = ${organization}`;
  await sql`create index on patterns (pattern)`;
  await sql`analyze patterns`;
  await sql`
    insert into store.sim_usage_daily
      (organization_id, iccid, day, total_volume, upload_volume, download_volume, event_count)
    select ${organization}, (8988280666000000000::numeric + n)::text, ${LAST_DAY}::date - p.ago,
      v.bytes, v.bytes, 0, 1
    from generate_series(0, ${sims - 1}::int) n
    join patterns p on p.pattern = n % ${PATTERNS}::int
    cross join lateral (select (p.bytes * (1 + (n / ${PATTERNS}::int) % 17 / 10.0))::bigint as bytes) as v
    order by n, p.ago desc`;
  await sql`analyze store.sims, store.sim_quota, store.sim_usage_daily`;
}
