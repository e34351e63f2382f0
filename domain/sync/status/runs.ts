import type { Transaction } from "#db/database.ts";
import { openDifferences } from "../differences/open-differences.ts";
import type { SyncKind } from "../kinds.ts";

export interface Run {
  readonly kind: SyncKind;
  readonly state: "running" | "done" | "partial" | "failed";
  readonly started_at: Date;
  readonly finished_at: Date | null;
  readonly calls: number;
  readonly calls_needed: number;
  readonly counts: Record<string, number>;
  readonly error: string | null;
}

interface Runs {
  readonly runs: Run[];
  /** The last of each kind. */
  readonly latest: ReadonlyMap<string, Run>;
  readonly calls: { kind: string; calls: number; calls_needed: number }[];
}

export async function lastRuns(
  sql: Transaction,
  { limit, since }: { readonly limit: number; readonly since: Date },
): Promise<Runs> {
  const runs = await sql<Run[]>`
    select kind, state, started_at, finished_at, calls, calls_needed, counts, error
    from store.sync_runs order by id desc limit ${limit}`;
  const latest = await sql<Run[]>`
    select distinct on (kind) kind, state, started_at, finished_at, calls, calls_needed, counts, error
    from store.sync_runs order by kind, id desc`;
  const calls = await sql<Runs["calls"]>`
    select kind, sum(calls) as calls, sum(calls_needed) as calls_needed from store.sync_runs
    where started_at >= ${since} group by kind order by kind`;
  return {
    runs: runs.map((run) => ({ ...run })),
    latest: new Map(latest.map((run) => [run.kind, { ...run }])),
    calls: calls.map((row) => ({ ...row })),
  };
}

/** Differences of all kinds, and those that were changed on both sides. */
export async function countDrift(
  sql: Transaction,
): Promise<{ readonly differences: number; readonly conflicts: number }> {
  const [row] = await sql<{ differences: number; conflicts: number }[]>`
    select count(*) as differences, count(*) filter (where d.kind = 'changed_both') as conflicts
    from ${openDifferences(sql)}`;
  return { differences: row?.differences ?? 0, conflicts: row?.conflicts ?? 0 };
}
