import { ProviderError } from "#connectors/provider.ts";
import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Conflict, SimonError, Upstream } from "#core/errors.ts";
import { log } from "#core/log.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { storable } from "#db/storable.ts";
import type { SyncKind } from "./kinds.ts";
import { BUSY, type SyncCounts, type SyncResult } from "./sync.ts";

/** Longer than one call to a provider takes with all its attempts. */
const LEASE_MS = 5 * 60_000;
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;
const INTERRUPTED = "Simon was interrupted. The next run went on from there.";

/** A run under way, which its holder counts in. */
export class SyncRun {
  calls = 0;
  callsNeeded = 0;
  counts: SyncCounts = {};
  /** Why something is left although nothing failed. */
  note: string | null = null;
  readonly #id: number;

  constructor(id: number) {
    this.#id = id;
  }

  /** In the transaction of what was done. @throws Conflict when the lease ran out and somebody else has taken over. */
  async keep(sql: Transaction): Promise<void> {
    const [held] = await sql`
      update store.sync_runs
      set lease_until = ${new Date(wallNow().getTime() + LEASE_MS)}, calls = ${this.calls},
          calls_needed = ${this.callsNeeded}, counts = ${storable(this.counts)}::text::jsonb
      where id = ${this.#id} and state = 'running' returning 1`;
    if (!held) throw new Conflict("Another worker has taken this run over.");
  }

  async end(sql: Transaction, state: "done" | "partial" | "failed", error: string | null) {
    await sql`
      update store.sync_runs
      set state = ${state}, finished_at = ${wallNow()}, calls = ${this.calls},
          calls_needed = ${this.callsNeeded}, counts = ${storable(this.counts)}::text::jsonb, error = ${error}
      where id = ${this.#id} and state = 'running'`;
  }
}

/**
 * One run of a kind, which nobody else is at in this organisation. What `work` did is kept as it goes, so that
 * a run that breaks off loses nothing of it.
 *
 * @param work Answers whether all is done.
 * @throws Upstream when the provider failed; the run keeps the sentence.
 */
export async function inRun(
  actor: Actor,
  kind: SyncKind,
  signal: AbortSignal,
  work: (run: SyncRun) => Promise<boolean>,
): Promise<SyncResult> {
  const run = await begin(actor, kind);
  if (!run) return BUSY;
  try {
    const isDone = await work(run);
    await asActor(actor, (sql) => run.end(sql, isDone ? "done" : "partial", run.note));
    return resultOf(run, isDone ? "done" : "partial");
  } catch (error) {
    const isStopped = signal.aborted;
    const sentence = isStopped ? null : sentenceOf(error);
    await asActor(actor, (sql) => run.end(sql, isStopped ? "partial" : "failed", sentence)).catch(
      (late) => log().error({ err: late, kind }, "the end of a sync run was not recorded"),
    );
    if (isStopped) return resultOf(run, "partial");
    if (error instanceof ProviderError) throw new Upstream(error.message, { cause: error });
    throw error;
  }
}

function resultOf(run: SyncRun, outcome: SyncResult["outcome"]): SyncResult {
  const { calls, callsNeeded, counts } = run;
  return { outcome, calls, callsNeeded, counts };
}

async function begin(actor: Actor, kind: SyncKind): Promise<SyncRun | null> {
  const now = wallNow();
  return asActor(actor, async (sql) => {
    await sql`
      update store.sync_runs set state = 'failed', finished_at = ${now}, error = ${INTERRUPTED}
      where kind = ${kind} and state = 'running' and lease_until < ${now}`;
    await sql`
      delete from store.sync_runs
      where kind = ${kind} and started_at < ${new Date(now.getTime() - KEPT_DAYS * DAY_MS)}
        and state <> 'running'`;
    const [made] = await sql<{ id: number }[]>`
      insert into store.sync_runs (kind, started_at, lease_until)
      values (${kind}, ${now}, ${new Date(now.getTime() + LEASE_MS)})
      on conflict (organization_id, kind) where state = 'running' do nothing returning id`;
    return made ? new SyncRun(made.id) : null;
  });
}

function sentenceOf(error: unknown): string {
  if (error instanceof ProviderError || error instanceof SimonError) return error.message;
  log().error({ err: error }, "a sync run failed");
  return "Something went wrong on our side.";
}
