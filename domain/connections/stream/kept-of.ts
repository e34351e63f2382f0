import { hash } from "node:crypto";
import type { StreamedRecord } from "#connectors/stream-record.ts";
import { storable } from "#db/storable.ts";
import type { KeptRecord } from "./keep-records.ts";
import { kindOf, type Read } from "./streamed.ts";

const UNKNOWN_SIM = "Its SIM is not in the fleet.";
const TOO_LARGE = "It is too large to be kept.";
const MAX_LENGTH = 64 * 1024;
const MAX_DEPTH = 50;

/** What is noted of a record, by what it is and whether its SIM is one of `sims`. */
export function keptOf(
  { value, record }: Read,
  sims: ReadonlyMap<StreamedRecord, string>,
): KeptRecord {
  const kind = kindOf(record);
  if (record.kind === "unreadable") {
    const json = jsonOf(value);
    const id = record.id ?? `sha1:${hash("sha1", json ?? TOO_LARGE, "base64url")}`;
    return { kind, id, state: "refused", reason: record.reason, record: json ?? "null" };
  }
  const { id } = record;
  if (record.kind === "event" && record.type === null) {
    return { kind, id, state: "unused", reason: record.description, record: null };
  }
  if (sims.has(record)) return { kind, id, state: "stored", reason: null, record: null };
  const json = jsonOf(value);
  return json === null
    ? { kind, id, state: "refused", reason: TOO_LARGE, record: "null" }
    : { kind, id, state: "held", reason: UNKNOWN_SIM, record: json };
}

function jsonOf(value: unknown): string | null {
  if (!isShallow(value, MAX_DEPTH)) return null;
  const json = storable(value);
  return json.length <= MAX_LENGTH ? json : null;
}

/** Writing what is nested without end would end this process's stack. */
function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((inner) => isShallow(inner, depth - 1));
}
