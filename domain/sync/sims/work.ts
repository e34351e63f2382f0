import type { ProviderReads } from "#connectors/provider-reads.ts";
import type { Actor } from "#core/actor.ts";
import type { SyncRun } from "../run.ts";
import type { SyncOptions } from "../sync.ts";

export interface Work {
  readonly actor: Actor;
  readonly reads: ProviderReads;
  readonly run: SyncRun;
  readonly options: SyncOptions;
}

/** Others get their turn now. */
export function isSpent({ run, options }: Work): boolean {
  return run.calls >= (options.maxCalls ?? Number.POSITIVE_INFINITY);
}
