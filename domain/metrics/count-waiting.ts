import { systemActor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { asActor } from "#db/guard.ts";
import { allOrganizations } from "#domain/orgs/all-organizations.ts";

export interface Counted {
  readonly waiting: readonly {
    readonly queue: string;
    readonly state: string;
    readonly amount: number;
  }[];
  /** Seconds by kind: of the organisation where it is oldest. */
  readonly syncAges: ReadonlyMap<string, number>;
}

interface Row {
  readonly queue: keyof typeof QUEUES | "sync_age";
  readonly state: string;
  readonly amount: number;
}

const QUEUES = {
  jobs: ["waiting", "running"],
  change_items: ["pending", "running", "verifying"],
  changes: ["proposed"],
} as const;

/** What waits or is under way in all organisations together, each of which is read as its own. */
export async function countWaiting(): Promise<Counted> {
  const now = wallNow();
  const amounts = new Map<string, number>();
  const syncAges = new Map<string, number>();
  for (const organization of await allOrganizations()) {
    const rows = await asActor(
      systemActor(organization),
      (sql) => sql<Row[]>`
        select 'jobs' as queue, state, count(*)::float8 as amount from store.job_runs
        where state in ('waiting', 'running') group by state
        union all
        select 'change_items', i.state, count(*)
        from store.change_sets c
        join store.change_items i on i.organization_id = c.organization_id and i.change_id = c.id
        where c.state in ('running', 'paused') and i.state in ('pending', 'running', 'verifying')
        group by i.state
        union all
        select 'changes', state, count(*) from store.change_sets
        where state = 'proposed' and expires_at > ${now} group by state
        union all
        select 'sync_age', kind, extract(epoch from ${now}::timestamptz - max(started_at))
        from store.sync_runs
        where state = 'done' and exists (select 1 from store.connections where state = 'connected')
        group by kind`,
    );
    for (const { queue, state, amount } of rows) {
      const of = queue === "sync_age" ? syncAges : amounts;
      const key = queue === "sync_age" ? state : `${queue} ${state}`;
      const known = of.get(key) ?? 0;
      of.set(key, queue === "sync_age" ? Math.max(known, amount) : known + amount);
    }
  }
  const waiting = Object.entries(QUEUES).flatMap(([queue, states]) =>
    states.map((state) => ({ queue, state, amount: amounts.get(`${queue} ${state}`) ?? 0 })),
  );
  return { waiting, syncAges };
}
