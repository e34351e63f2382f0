import type { StreamedRecord, UnreadableRecord } from "#connectors/stream-record.ts";

/** What records of usage and of events have in common. */
export type Shared = Pick<
  StreamedRecord,
  "id" | "sim" | "at" | "operator" | "country" | "rat" | "imei"
>;

/** @param reason A sentence of ours. */
export function unreadable(id: string | null, reason: string): UnreadableRecord {
  return { kind: "unreadable", id, reason };
}
