import { wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { INTERVAL_MS, SYNC_KINDS, type SyncKind } from "./kinds.ts";

export interface KindState {
  readonly kind: SyncKind;
  /** When the last run began that left nothing over. */
  readonly done_at: Date | null;
  /** Whether the last run left something over. */
  readonly is_left: boolean;
  readonly is_running: boolean;
}

/** How each kind stands in the organisation, in their order. */
export async function kindStates(sql: Transaction): Promise<KindState[]> {
  const rows = await sql<KindState[]>`
    select kind, max(started_at) filter (where state = 'done') as done_at,
      (array_agg(state order by id desc))[1] in ('partial', 'failed') as is_left,
      bool_or(state = 'running' and lease_until > ${wallNow()}) as is_running
    from store.sync_runs group by kind`;
  await addBought(sql, rows);
  const never = { done_at: null, is_left: false, is_running: false };
  return SYNC_KINDS.map((kind) => rows.find((row) => row.kind === kind) ?? { kind, ...never });
}

/** What was bought since is not known before the quotas are read. */
async function addBought(sql: Transaction, states: KindState[]): Promise<void> {
  const at = states.findIndex(({ kind, done_at }) => kind === "quota" && done_at !== null);
  const quota = states[at];
  if (!quota) return;
  const [bought] = await sql`
    select 1 from store.change_sets c
    join store.change_items i on i.organization_id = c.organization_id and i.change_id = c.id
    where c.tool = 'top_up_package' and i.state in ('done', 'unknown') and i.finished_at > ${quota.done_at}
    limit 1`;
  if (bought) states[at] = { ...quota, is_left: true };
}

/** When a kind should run next; now, where something is left over. */
export function nextRunOf({ kind, done_at, is_left }: KindState): Date {
  if (done_at === null || is_left) return wallNow();
  return new Date(done_at.getTime() + INTERVAL_MS[kind]);
}

export function isDue(state: KindState): boolean {
  return !state.is_running && nextRunOf(state) <= wallNow();
}
