import type { SystemActor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { asActor } from "#db/guard.ts";
import { daysBefore, retentionIn } from "./retention.ts";

/** Deletes what the organisation does not keep any longer; reports end by themselves. Answers how many of each. */
export function removeOld(actor: SystemActor): Promise<{ conversations: number; runs: number }> {
  return asActor(actor, async (sql) => {
    const { conversations_days, job_runs_days } = await retentionIn(sql);
    const now = wallNow();
    const { count: runs } = await sql`
      delete from store.job_runs where finished_at < ${daysBefore(now, job_runs_days)}`;
    if (conversations_days === null) return { conversations: 0, runs };
    const [removed] = await sql<{ conversations: number }[]>`
      select store.remove_threads(${daysBefore(now, conversations_days)}) as conversations`;
    return { conversations: removed?.conversations ?? 0, runs };
  });
}
