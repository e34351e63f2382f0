import type { Provider } from "#connectors/provider.ts";
import type { Actor } from "#core/actor.ts";
import { SimonError } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { isDue, kindStates } from "./due.ts";
import { forgetOtherAccount } from "./forget-other-account.ts";
import type { SyncKind } from "./kinds.ts";
import { syncPrices } from "./prices/sync-prices.ts";
import { syncQuotas } from "./quotas/sync-quotas.ts";
import { syncSims } from "./sims/sync-sims.ts";
import type { SyncOptions, SyncResult } from "./sync.ts";
import { syncUsage } from "./usage/sync-usage.ts";

type Sync = (actor: Actor, provider: Provider, options: SyncOptions) => Promise<SyncResult>;

const SYNC_OF: Readonly<Record<SyncKind, Sync>> = {
  list: syncSims,
  quota: syncQuotas,
  usage: syncUsage,
  prices: syncPrices,
};

/** Prices ask for little, and tell who may approve; the list tells what else is needed. */
const IN_TURN = ["prices", "list", "quota", "usage"] as const satisfies readonly SyncKind[];

/** What the account of a customer with 10 calls a second takes in a minute. */
const CALLS_OF_A_TURN = 600;

export interface Turn {
  readonly results: Readonly<Partial<Record<SyncKind, SyncResult>>>;
  /** The sentences of kinds that failed. */
  readonly failed: Readonly<Partial<Record<SyncKind, string>>>;
  /** Something is left, and asking again at once would go on with it. */
  readonly isLeft: boolean;
  /** Somebody else is at some of it, or was when they died: what they leave is for later. */
  readonly isBusy: boolean;
}

interface TurnOptions extends SyncOptions {
  /** Default: those that are due. */
  readonly kinds?: readonly SyncKind[] | undefined;
}

/**
 * One organisation's turn: what is due, within a budget of calls. A kind that fails stops no other.
 */
export async function syncOrganization(
  actor: Actor,
  provider: Provider,
  { kinds, maxCalls = CALLS_OF_A_TURN, ...options }: TurnOptions,
): Promise<Turn> {
  const { account, reads } = provider;
  if (reads) await asActor(actor, (sql) => forgetOtherAccount(sql, account));
  const due = kinds ? { now: kinds, isBusy: false } : await dueKinds(actor);
  const results: Partial<Record<SyncKind, SyncResult>> = {};
  const failed: Partial<Record<SyncKind, string>> = {};
  let left = maxCalls;
  let isLeft = false;
  let { isBusy } = due;
  for (const kind of IN_TURN.filter((known) => due.now.includes(known))) {
    if (options.signal.aborted) break;
    if (left <= 0) {
      isLeft = true;
      break;
    }
    try {
      const result = await SYNC_OF[kind](actor, provider, { ...options, maxCalls: left });
      results[kind] = result;
      left -= result.calls;
      isLeft ||= result.outcome === "partial" && result.calls > 0;
      isBusy ||= result.outcome === "busy";
    } catch (error) {
      if (!(error instanceof SimonError)) throw error;
      failed[kind] = error.message;
    }
  }
  return { results, failed, isLeft, isBusy };
}

async function dueKinds(actor: Actor) {
  const states = await asActor(actor, (sql) => kindStates(sql));
  const isBusy = states.some((state) => state.is_running && isDue({ ...state, is_running: false }));
  return { now: states.filter(isDue).map(({ kind }) => kind), isBusy };
}
