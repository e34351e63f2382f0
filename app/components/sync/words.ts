import { countOf } from "#app/lib/format.ts";
import type { SyncDifference } from "#domain/sync/differences/list-drift.ts";
import type { SyncStatus } from "#domain/sync/status/sync-status.ts";

type AgeKind = SyncStatus["kinds"][number]["kind"];
type Source = NonNullable<SyncStatus["kinds"][number]["source"]>;

export const AGE_WORDS: Readonly<Record<AgeKind, string>> = {
  list: "List of SIMs",
  quota: "Quotas",
  usage: "Usage",
  events: "Network events",
  prices: "Prices",
};

export const KIND_WORDS: Readonly<Record<SyncDifference["kind"], string>> = {
  changed_here: "Changed here only",
  changed_both: "Changed on both sides",
  gone_there: "Not at the provider any more",
  removed_here: "Removed here only",
  never_there: "Recorded here, and never at the provider",
};

export const STATE_WORDS: Readonly<Record<SyncStatus["runs"][number]["state"], string>> = {
  running: "running",
  done: "done",
  partial: "to be continued",
  failed: "failed",
};

export function sourceWords(source: Source, provider: string | null): string {
  const name = provider ?? "the provider";
  return { provider: `from ${name}`, streamer: `pushed by ${name}`, import: "from a file" }[source];
}

/** What a day cost in calls. A run says at its beginning how many it needs, so until it ends they do not compare. */
export function callsWords(runs: SyncStatus["runs"], calls: SyncStatus["calls_24h"]): string {
  const used = calls.reduce((sum, row) => sum + row.calls, 0);
  const needed = calls.reduce((sum, row) => sum + row.calls_needed, 0);
  const within = `${countOf(used, "call")} within the last day`;
  if (runs.some(({ state }) => state === "running")) return `${within}; a run is under way.`;
  if (used > needed) return `${within}; ${countOf(needed, "call")} would have done.`;
  return used === needed && used > 0 ? `${within}, none more than needed.` : `${within}.`;
}
