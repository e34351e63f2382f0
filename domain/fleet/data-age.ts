import type { Actor } from "#core/actor.ts";
import { asReader } from "#db/guard.ts";

interface SourceAge {
  readonly source: string;
  /** Null where there is no data. */
  readonly newest: Date | null;
  /** Known to the day only: `newest` is its start, UTC. */
  readonly isDay: boolean;
}

export interface DataAge {
  readonly sources: readonly SourceAge[];
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
    { source: "SIMs last seen", newest: instant(row?.seen), isDay: false },
    { source: "Usage, newest day", newest: instant(row?.used), isDay: true },
    { source: "Quotas", newest: instant(row?.counted), isDay: false },
  ];
  const times = sources.flatMap(({ newest }) => (newest ? [newest.getTime()] : []));
  return { sources, newest: times.length > 0 ? new Date(Math.max(...times)) : null };
}

function instant(value: unknown): Date | null {
  return value instanceof Date ? value : null;
}
