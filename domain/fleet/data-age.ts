import type { Actor } from "#core/actor.ts";
import { asActor, asReader } from "#db/guard.ts";
import { connectionIn } from "#domain/connections/connection.ts";
import type { SyncKind } from "#domain/sync/kinds.ts";
import { isStale, sourceAges } from "#domain/sync/status/ages.ts";

interface ShownAge {
  readonly source: string;
  /** Null where there is no data. */
  readonly newest: Date | null;
  /** Known to the day only: `newest` is its start, UTC. */
  readonly isDay: boolean;
  /** It should have been renewed by now. */
  readonly isStale: boolean;
}

export interface DataAge {
  readonly sources: readonly ShownAge[];
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
  const known = [
    { source: "SIMs last seen", newest: instant(row?.seen), isDay: false, isStale: false },
    { source: "Usage, newest day", newest: instant(row?.used), isDay: true, isStale: false },
    { source: "Quotas", newest: instant(row?.counted), isDay: false, isStale: false },
  ];
  const times = known.flatMap(({ newest }) => (newest ? [newest.getTime()] : []));
  const sources = [...known, ...(await synced(actor))];
  return { sources, newest: times.length > 0 ? new Date(Math.max(...times)) : null };
}

const SYNCED: Readonly<Record<SyncKind, string>> = {
  list: "List of SIMs read",
  quota: "Quotas read",
  usage: "Usage read",
  prices: "Prices read",
};

/** From when the data is that a provider has, however it came; nothing for a fleet without one. */
function synced(actor: Actor): Promise<ShownAge[]> {
  return asActor(actor, async (sql) => {
    if (!(await connectionIn(sql))) return [];
    const ages = await sourceAges(sql);
    return Object.entries(SYNCED).flatMap(([kind, source]) => {
      const age = ages.find((one) => one.kind === kind);
      if (!age) return [];
      return { source, newest: age.as_of, isDay: false, isStale: isStale(age.kind, age.as_of) };
    });
  });
}

function instant(value: unknown): Date | null {
  return value instanceof Date ? value : null;
}
