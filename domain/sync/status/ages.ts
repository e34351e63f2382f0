import { fleetNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { INTERVAL_MS } from "../kinds.ts";

export const AGE_KINDS = ["list", "quota", "usage", "events", "prices"] as const;
export type AgeKind = (typeof AGE_KINDS)[number];
export const AGE_SOURCES = ["provider", "streamer", "import"] as const;

/** From when the data of a kind is, by one of the ways in which it comes. */
export interface SourceAge {
  readonly kind: AgeKind;
  readonly source: (typeof AGE_SOURCES)[number];
  readonly as_of: Date;
  /** SIMs that are still to be read. */
  readonly waiting: number;
}

const HOUR_MS = 3_600_000;
/** What is pushed has no interval; a fleet that is silent for so long is worth a look. */
const EVENTS_MS = 12 * HOUR_MS;

/** The newest first. */
export async function sourceAges(sql: Transaction): Promise<SourceAge[]> {
  const now = fleetNow();
  const rows = await sql<SourceAge[]>`
    select kind, source, as_of, waiting from store.data_age
    union all
    select k.kind, 'streamer', least(c.last_received_at, ${now}), 0
    from store.connections c cross join (values ('usage'), ('events')) as k (kind)
    where c.state = 'connected' and c.last_received_at is not null
    union all
    select case i.counts->>'kind' when 'sims' then 'list' else 'usage' end, 'import',
      least(max(i.finished_at), ${now}), 0
    from store.imports i
    where i.state = 'done' and i.counts->>'kind' in ('sims', 'usage')
    group by 1`;
  return rows.map((row) => ({ ...row })).sort((a, b) => b.as_of.getTime() - a.as_of.getTime());
}

/** Older than twice the time in which it is to be renewed. */
export function isStale(kind: AgeKind, asOf: Date | null): boolean {
  const intervalMs = kind === "events" ? EVENTS_MS : INTERVAL_MS[kind];
  return asOf === null || fleetNow().getTime() - asOf.getTime() > 2 * intervalMs;
}
