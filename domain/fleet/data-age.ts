import type { Actor } from "#core/actor.ts";
import { asReader } from "#db/guard.ts";

export interface DataAge {
  /** The newest instant of each source, null where it has no data. */
  readonly sources: readonly { readonly source: string; readonly newest: Date | null }[];
  readonly newest: Date | null;
}

/** How fresh the fleet's data is; what lies after `now` (expiries, a frozen clock) does not count. */
export async function dataAge(actor: Actor, now: Date): Promise<DataAge> {
  const [row] = await asReader(
    actor,
    (sql) => sql`
      select
        (select max(last_seen_at) from fleet.sims where last_seen_at <= ${now}) as seen,
        (select max(day)::timestamptz from fleet.sim_usage_daily where day <= ${now}::timestamptz) as used,
        (select max(updated_at) from fleet.sim_quota where updated_at <= ${now}) as counted`,
  );
  const sources = [
    { source: "SIMs last seen", newest: instant(row?.seen) },
    { source: "Usage, newest day", newest: instant(row?.used) },
    { source: "Quotas", newest: instant(row?.counted) },
  ];
  const times = sources.flatMap(({ newest }) => (newest ? [newest.getTime()] : []));
  return { sources, newest: times.length > 0 ? new Date(Math.max(...times)) : null };
}

function instant(value: unknown): Date | null {
  return value instanceof Date ? value : null;
}
