import type { Provider } from "#connectors/provider.ts";
import type { ProviderReads } from "#connectors/provider-reads.ts";

export interface SyncOptions {
  /** Aborted, a run stops where it is, and the next one goes on from there. */
  readonly signal: AbortSignal;
  /** So many calls to the provider, and no more, before it stops; others get their turn then. */
  readonly maxCalls?: number | undefined;
  /** Before a provider that is busy is asked again for the first time. */
  readonly retryMs?: number | undefined;
}

/**
 * `partial`: something is left for the next run. `busy`: somebody else is at it. `unable`: the organisation is
 * connected to no provider that could be asked.
 */
export interface SyncResult {
  readonly outcome: "done" | "partial" | "busy" | "unable";
  readonly calls: number;
  /** How many would have done. */
  readonly callsNeeded: number;
  readonly counts: SyncCounts;
}

/** What a run did, by what it is called in the list of runs. */
export type SyncCounts = Readonly<Record<string, number>>;

export const UNABLE: SyncResult = { outcome: "unable", calls: 0, callsNeeded: 0, counts: {} };
export const BUSY: SyncResult = { outcome: "busy", calls: 0, callsNeeded: 0, counts: {} };

/** Null where the provider has nothing of this to say. */
export function readsOf(
  { reads, capabilities }: Provider,
  need: "list" | "quota" | "usage" | "products",
): ProviderReads | null {
  return reads && capabilities[need] === true ? reads : null;
}
