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
}

const HOUR_MS = 3_600_000;
/** What is pushed has no interval; a fleet that is silent for so long is worth a look. */
const EVENTS_MS = 12 * HOUR_MS;

/** The newest first. */
export async function sourceAges(sql: Transaction): Promise<SourceAge[]> {
  const now = fleetNow();
  const rows = await sql<SourceAge[]>`
    select kind, 'provider' as source, as_of from store.data_age where as_of is not null
    union all
    select k.kind, 'streamer', least(c.last_received_at, ${now})
    from store.connections c cross join (values ('usage'), ('events')) as k (kind)
    where c.state = 'connected' and c.last_received_at is not null
    union all
    select case i.counts->>'kind' when 'sims' then 'list' else 'usage' end, 'import',
      least(max(i.finished_at), ${now})
    from store.imports i
    where i.state = 'done' and i.counts->>'kind' in ('sims', 'usage')
    group by 1`;
  return rows.map((row) => ({ ...row })).sort((a, b) => b.as_of.getTime() - a.as_of.getTime());
}

/** How many readings of the provider are still to come, of the kinds of which there are some. */
export async function waitingOf(sql: Transaction): Promise<ReadonlyMap<AgeKind, number>> {
  const rows = await sql<{ kind: AgeKind; waiting: number }[]>`
    select kind, waiting from store.data_age where waiting > 0`;
  return new Map(rows.map(({ kind, waiting }) => [kind, waiting]));
}

/** Older than twice the time in which it is to be renewed. */
export function isStale(kind: AgeKind, asOf: Date | null): boolean {
  return asOf === null || fleetNow() > staleFrom(kind, asOf);
}

export function staleFrom(kind: AgeKind, asOf: Date): Date {
  const intervalMs = kind === "events" ? EVENTS_MS : INTERVAL_MS[kind];
  return new Date(asOf.getTime() + 2 * intervalMs);
}
