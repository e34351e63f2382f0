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
  const never = { done_at: null, is_left: false, is_running: false };
  return SYNC_KINDS.map((kind) => rows.find((row) => row.kind === kind) ?? { kind, ...never });
}

/** When a kind should run next; now, where something is left over. */
export function nextRunOf({ kind, done_at, is_left }: KindState): Date {
  if (done_at === null || is_left) return wallNow();
  return new Date(done_at.getTime() + INTERVAL_MS[kind]);
}

export function isDue(state: KindState): boolean {
  return !state.is_running && nextRunOf(state) <= wallNow();
}
