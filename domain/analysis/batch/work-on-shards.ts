import { randomUUID } from "node:crypto";
import type { SystemActor } from "#core/actor.ts";
import { log } from "#core/log.ts";
import { asActor } from "#db/guard.ts";
import { type AtWork, analyseShard } from "./analyse-shard.ts";
import { claimShard, giveShardBack, type Shard } from "./claim-shard.ts";

/** While the threads compute one shard, the days of another are read and the rows of a third written. */
const SHARDS_AT_ONCE = 3;

/**
 * Takes shard after shard, beside any number of others that do, until none is left that nobody is at.
 *
 * @param atEnd Called after each.
 */
export async function workOnShards(
  actor: SystemActor,
  atWork: AtWork,
  signal: AbortSignal,
  atEnd: () => Promise<void> = async () => {},
): Promise<void> {
  const lane = async () => {
    while (!signal.aborted) {
      const shard = await claimShard(actor, atWork.run.id, randomUUID(), atWork.leaseMs);
      if (!shard) return;
      await attempt(actor, shard, atWork, signal);
      await atEnd();
    }
  };
  await Promise.all(Array.from({ length: SHARDS_AT_ONCE }, lane));
}

/** One that fails is given back for another attempt, here or elsewhere; the others go on. */
async function attempt(
  actor: SystemActor,
  shard: Shard,
  atWork: AtWork,
  signal: AbortSignal,
): Promise<void> {
  try {
    await analyseShard(actor, shard, atWork);
  } catch (error) {
    const { position } = shard;
    if (!signal.aborted) log().warn({ err: error, position }, "a part of an analysis failed");
    await asActor(actor, (sql) => giveShardBack(sql, shard, { isCounted: !signal.aborted }));
  }
}
