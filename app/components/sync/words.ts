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
