import { dayAfter } from "#analytics/calendar.ts";
import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { insertSim, type NewSim } from "#domain/sims/insert-sim.ts";

export const MB = 1024 ** 2;
/** Of tests, whose clock stands on 2026-10-21: a Tuesday. */
export const LAST_DAY = "2026-10-20";

/** Days of a device that does 10 MB on working days and 4 MB on others, give or take a little. */
export function weeklyDays(count: number, scale = 1): number[] {
  return Array.from({ length: count }, (_, i) => {
    const ago = count - 1 - i;
    const weekday = (((2 - ago) % 7) + 7) % 7; // 2: Tuesday
    const isRest = weekday === 0 || weekday === 6;
    const jitter = 1 + (((i * 37) % 11) - 5) / 100;
    return Math.round((isRest ? 4 : 10) * MB * scale * jitter);
  });
}

interface Made extends Partial<NewSim> {
  readonly iccid: string;
  /** Bytes a day, the last one on `LAST_DAY`. */
  readonly days?: readonly number[];
  readonly country?: string;
  /** Where it was on its newest days. */
  readonly lately?: { readonly country: string; readonly days: number };
  readonly quota?: {
    readonly total: number;
    readonly remaining: number;
    readonly expiresAt?: string;
  };
}

/** A SIM with its days and its data quota, as if they had been loaded. */
export function makeAnalysed(
  actor: Actor,
  { days = [], quota, country = "DE", lately, ...sim }: Made,
): Promise<void> {
  return asActor(actor, async (sql) => {
    const since = new Date("2026-01-01T00:00:00Z");
    await insertSim(
      sql,
      { label: `device-${sim.iccid.slice(-3)}`, status: "active", tags: [], ...sim },
      since,
    );
    await sql`update store.sims set country = ${country} where iccid = ${sim.iccid}`;
    const used = days
      .map((bytes, i) => ({ bytes, day: dayAfter(LAST_DAY, i + 1 - days.length) }))
      .filter(({ bytes }) => bytes > 0);
    await sql`
      select store.ingest_usage(array_fill(${sim.iccid}::text, array[cardinality(u.days)]), u.days, u.volumes,
        array_fill('download'::text, array[cardinality(u.days)]),
        u.countries, u.countries, (select array_agg(${sim.iccid}::text || d) from unnest(u.days) as d))
      from (select ${used.map(({ day }) => `${day}T12:00:00Z`)}::timestamptz[] as days,
        ${used.map(({ bytes }) => bytes)}::bigint[] as volumes,
        ${used.map(({ day }) => (lately && day > dayAfter(LAST_DAY, -lately.days) ? lately.country : country))}::text[]
          as countries) as u
      where cardinality(u.days) > 0`;
    if (!quota) return;
    await sql`
      insert into store.sim_quota (iccid, type, total, used, remaining, expires_at, updated_at)
      values (${sim.iccid}, 'data', ${quota.total}, ${quota.total - quota.remaining}, ${quota.remaining},
        ${quota.expiresAt ?? null}::timestamptz, '2026-10-21T00:00:00Z')`;
  });
}

interface NewPlan {
  readonly name: string;
  readonly price: number;
  readonly includedBytes: number;
  readonly overagePerMb?: number;
}

export function makePlans(actor: Actor, plans: readonly NewPlan[]): Promise<void> {
  return asActor(actor, async (sql) => {
    for (const { name, price, includedBytes, overagePerMb } of plans) {
      await sql`
        insert into store.rate_plans (name, monthly_price, currency, included_bytes, overage_price_per_mb)
        values (${name}, ${price}, 'EUR', ${includedBytes}, ${overagePerMb ?? null})`;
    }
  });
}
