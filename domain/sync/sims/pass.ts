import type { SimPage } from "#connectors/provider-reads.ts";
import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { storable } from "#db/storable.ts";
import type { Taken } from "./apply-sims.ts";

export type ReadPage = SimPage & { readonly nextPage: number };

/** How far the pass over the provider's list is. */
export interface Pass {
  readonly pass: number;
  readonly next_page: number;
  readonly lap: number;
  readonly unreadable: number;
  readonly total: number | null;
  readonly counts: Taken;
}

const FAILURES_BEFORE_ANEW = 3;

const COLUMNS = ["pass", "next_page", "lap", "unreadable", "total", "counts"] as const;

/** The pass that was broken off, or a new one. */
export function beginPass(actor: Actor, account: string): Promise<Pass> {
  return asActor(actor, async (sql) => {
    const [last] = await sql<(Pass & { finished_at: Date | null })[]>`
      select ${sql(COLUMNS)}, finished_at from store.sync_passes for update`;
    if (last?.finished_at === null) return last;
    const [begun] = await sql<Pass[]>`
      insert into store.sync_passes
        (account, pass, started_at, next_page, lap, unreadable, counts)
      values (${account}, ${(last?.pass ?? 0) + 1}, ${wallNow()}, 1, 1, 0, '{"added":0,"changed":0}')
      on conflict (organization_id) do update
      set account = excluded.account, pass = excluded.pass, started_at = excluded.started_at,
          next_page = 1, lap = 1, unreadable = 0, total = null, counts = excluded.counts,
          finished_at = null
      returning ${sql(COLUMNS)}`;
    if (!begun) throw new Error("the pass was not begun");
    return begun;
  });
}

/** After an answer of the list was applied, in the same transaction. */
export async function keepPage(
  sql: Transaction,
  pass: Pass,
  { nextPage, total, unreadable }: ReadPage,
  taken: Taken,
): Promise<Pass> {
  const next: Pass = {
    ...pass,
    next_page: nextPage,
    unreadable: pass.unreadable + unreadable,
    total: total ?? pass.total,
    counts: counted(pass, taken),
  };
  await write(sql, next);
  return next;
}

/** Once more over the whole list. */
export async function nextLap(sql: Transaction, pass: Pass): Promise<Pass> {
  const next = { ...pass, next_page: 1, lap: pass.lap + 1, unreadable: 0 };
  await write(sql, next);
  return next;
}

/** The page that a pass goes on at may not be there any more: after some failures it begins anew. */
export async function restartStuck(sql: Transaction, pass: Pass): Promise<void> {
  const runs = await sql<{ state: string }[]>`
    select state from store.sync_runs where kind = 'list' and state <> 'running'
    order by id desc limit ${FAILURES_BEFORE_ANEW - 1}`;
  const isStuck =
    runs.filter(({ state }) => state === "failed").length === FAILURES_BEFORE_ANEW - 1;
  if (isStuck) await nextLap(sql, { ...pass, lap: 0 });
}

export async function keepTaken(sql: Transaction, pass: Pass, taken: Taken): Promise<Pass> {
  const next = { ...pass, counts: counted(pass, taken) };
  await write(sql, next);
  return next;
}

export async function finishPass(sql: Transaction): Promise<void> {
  await sql`update store.sync_passes set finished_at = ${wallNow()}`;
}

function counted({ counts }: Pass, { added, changed }: Taken): Taken {
  return { added: counts.added + added, changed: counts.changed + changed };
}

async function write(sql: Transaction, pass: Pass): Promise<void> {
  await sql`
    update store.sync_passes
    set next_page = ${pass.next_page}, lap = ${pass.lap}, unreadable = ${pass.unreadable},
        total = ${pass.total}, counts = ${storable(pass.counts)}::text::jsonb`;
}
