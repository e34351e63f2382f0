import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Conflict } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { storable } from "#db/storable.ts";

/** A shard that somebody was at so often without an end is left, and told. */
const MAX_ATTEMPTS = 3;

export interface Shard {
  readonly runId: string;
  readonly position: number;
  readonly firstIccid: string;
  readonly lastIccid: string;
  readonly sims: number;
  /** Whose it is. */
  readonly lease: string;
}

/** The next shard that nobody is at, for `leaseMs` from now on; null where there is none. */
export function claimShard(
  actor: Actor,
  runId: string,
  lease: string,
  leaseMs: number,
): Promise<Shard | null> {
  const now = wallNow();
  return asActor(actor, async (sql) => {
    await leaveHopeless(sql, runId, now);
    const [shard] = await sql<Shard[]>`
      update store.analysis_shards set state = 'working', attempts = attempts + 1, lease = ${lease},
        lease_until = ${new Date(now.getTime() + leaseMs)}
      where run_id = ${runId} and position = (
        select position from store.analysis_shards
        where run_id = ${runId} and (state = 'waiting' or (state = 'working' and lease_until < ${now}))
        order by attempts, position limit 1
        for update skip locked
      )
      returning run_id as "runId", position, first_iccid as "firstIccid", last_iccid as "lastIccid",
        sims, lease`;
    return shard ?? null;
  });
}

async function leaveHopeless(sql: Transaction, runId: string, now: Date): Promise<void> {
  const problem = `The analysis of these SIMs broke off ${MAX_ATTEMPTS} times; what was known of them is kept.`;
  await sql`
    update store.analysis_shards set state = 'failed', lease = null, lease_until = null,
      problems = jsonb_build_array(jsonb_build_object(
        'id', first_iccid || ' to ' || last_iccid, 'problem', ${problem}::text))
    where run_id = ${runId} and attempts >= ${MAX_ATTEMPTS}
      and (state = 'waiting' or (state = 'working' and lease_until < ${now}))`;
}

/** @throws Conflict when the lease ran out and somebody else has the shard, or the run is over. */
export async function keepShard(sql: Transaction, shard: Shard, leaseMs: number): Promise<void> {
  const until = new Date(wallNow().getTime() + leaseMs);
  const [kept] = await sql`
    update store.analysis_shards set lease_until = ${until} where ${isHeld(sql, shard)} returning 1`;
  if (!kept) throw lost();
}

/** @param isCounted Whether it counts as an attempt: a stop by our own will does not. */
export async function giveShardBack(
  sql: Transaction,
  shard: Shard,
  { isCounted }: { readonly isCounted: boolean },
): Promise<void> {
  await sql`
    update store.analysis_shards set state = 'waiting', lease = null, lease_until = null,
      attempts = attempts - ${isCounted ? 0 : 1}::int
    where ${isHeld(sql, shard)}`;
}

/** In the transaction of its rows, so that they are written once. @throws Conflict as `keepShard`. */
export async function endShard(
  sql: Transaction,
  shard: Shard,
  { problems, found, ...kept }: ShardEnd,
): Promise<void> {
  const [ended] = await sql`
    update store.analysis_shards set state = 'done', lease = null, lease_until = null,
      problems = ${storable(problems)}::text::jsonb, found = ${storable(found)}::text::jsonb,
      ${sql(kept)}
    where ${isHeld(sql, shard)} returning 1`;
  if (!ended) throw lost();
}

export interface ShardEnd {
  readonly problems: readonly { readonly id: string; readonly problem: string }[];
  readonly found: { readonly sims: number; readonly anomalies: number };
  readonly iccids: string[];
  readonly deviations: Buffer;
  readonly observed: Buffer;
  readonly expected: Buffer;
  readonly sums: string[];
  readonly sum_states: Buffer;
}

const isHeld = (sql: Transaction, { runId, position, lease }: Shard) =>
  sql`run_id = ${runId} and position = ${position} and state = 'working' and lease = ${lease}`;

const lost = () => new Conflict("Another worker has taken this part of the analysis over.");
