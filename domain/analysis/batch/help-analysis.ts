import type { SystemActor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { priceTable } from "../price-table.ts";
import { LEASE_MS } from "./analyse-fleet.ts";
import { unfinishedRun } from "./analysis-run.ts";
import { withThreads } from "./threads.ts";
import { workOnShards } from "./work-on-shards.ts";

/** Takes shards of an analysis that another worker leads, until none is left. */
export async function helpAnalysis(
  actor: SystemActor,
  runId: string,
  signal: AbortSignal,
): Promise<void> {
  const { run, plans } = await asActor(actor, async (sql) => {
    const [run, plans] = await Promise.all([unfinishedRun(sql), priceTable(sql, actor)]);
    return { run, plans };
  });
  if (run?.id !== runId) return;
  await withThreads((pool) => workOnShards(actor, { run, plans, pool, leaseMs: LEASE_MS }, signal));
}

/** Whether another worker would find something to do. */
export async function isHelpWanted(actor: SystemActor, runId: string): Promise<boolean> {
  const rows = await asActor(
    actor,
    (sql) => sql`
      select 1 from store.analysis_shards where run_id = ${runId} and state = 'waiting' limit 1`,
  );
  return rows.length > 0;
}
