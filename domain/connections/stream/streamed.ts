import type { StreamedRecord, UnreadableRecord } from "#connectors/stream-record.ts";

/** A record as it came, and what we read in it. */
export interface Read {
  readonly value: unknown;
  readonly record: StreamedRecord | UnreadableRecord;
}

/** A record of a SIM of ours. */
export type Placed = StreamedRecord & { readonly iccid: string };

/** Usage and events have their own numbers each; a record that cannot be read may be either. */
export type RecordKind = "usage" | "event" | "unreadable";

/** What becomes of a record. `unused`: of a sort that we keep nothing of. `held`: until its SIM is known. */
export type RecordState = "stored" | "unused" | "held" | "refused";

export function kindOf(record: { readonly kind: string }): RecordKind {
  if (record.kind === "event" || record.kind === "unreadable") return record.kind;
  return "usage";
}
