import type { Provider } from "#connectors/provider.ts";
import { database, type Transaction } from "#db/database.ts";
import { callsPerRow } from "./at-provider.ts";
import type { ChangeItem } from "./change.ts";
import { asksProvider, type ChangeKind } from "./kind.ts";

/**
 * Rows a second until there are changes to go by, where a provider is asked for each and where only our own
 * records change: measured by `npm run bench -- pace` on two busy cores.
 */
const AT_FIRST = {
  embedded: { asked: 50, own: 350 },
  server: { asked: 150, own: 1_000 },
} as const;
/** Until a worker takes it up. */
const START_SECONDS = 1;
const TELLING_ROWS = 100;
const TELLING_CHANGES = 3;

interface Estimated {
  readonly kind: ChangeKind;
  readonly input: Record<string, unknown>;
  readonly items: readonly ChangeItem[];
}

/** How long it will take to carry out, by how long the last ones of this sort took here. */
export async function estimatedSeconds(
  sql: Transaction,
  provider: Provider,
  { kind, input, items }: Estimated,
): Promise<number> {
  const isAsked = asksProvider(kind, input);
  const pace =
    (await paceOf(sql, kind)) ?? AT_FIRST[(await database()).kind][isAsked ? "asked" : "own"];
  const callsPerSecond = provider.callsPerSecond / callsPerRow(provider, { kind, input }, items);
  const rowsPerSecond = isAsked ? Math.min(pace, callsPerSecond) : pace;
  return Math.ceil(items.length / rowsPerSecond) + START_SECONDS;
}

/** From the first row that ended to the last; of several changes the middle one, since one may have been paused. */
async function paceOf(sql: Transaction, { tool }: ChangeKind): Promise<number | null> {
  const paces = await sql<{ pace: number }[]>`
    select ((count(*) - 1) / greatest(extract(epoch from max(finished_at) - min(finished_at)), 0.001))::float8
      as pace
    from (
      select id from store.change_sets
      where tool = ${tool} and state = 'done' and (preview->>'target_count')::int >= ${TELLING_ROWS}
      order by created_at desc limit ${TELLING_CHANGES}
    ) as c
    join store.change_items i on i.change_id = c.id and i.state in ('done', 'undone', 'failed', 'unknown')
    group by c.id having count(*) >= ${TELLING_ROWS} order by 1`;
  return paces[Math.floor((paces.length - 1) / 2)]?.pace ?? null;
}
