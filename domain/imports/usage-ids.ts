import { hash } from "node:crypto";
import type { UsageRecord } from "./usage-row.ts";

/** Rows that look alike are counted within about this many neighbours, so that memory stays bounded. */
const KEYS_PER_GENERATION = 50_000;

/**
 * The id under which a usage record is stored: the file's own where it has one, else SIM, time,
 * direction, operator and country, and, of rows alike in all of these, which of them it is. So a file
 * loaded twice changes nothing, overlapping files count once, and a newer volume replaces the older.
 */
export class UsageIds {
  #younger = new Map<string, number>();
  #older = new Map<string, number>();

  /** `isRepeat`: the file's own id stood there before. */
  idOf(record: UsageRecord): { recordId: string; isRepeat: boolean } {
    if (record.givenId !== null) {
      const recordId = usageIdOf(record.iccid, record.givenId, record.direction);
      return { recordId, isRepeat: this.#countOf(recordId) > 0 };
    }
    const key = namelessIdOf(record);
    const earlier = this.#countOf(key);
    return { recordId: earlier === 0 ? key : `${key}.${earlier}`, isRepeat: false };
  }

  /** How often `key` was there before. */
  #countOf(key: string): number {
    const earlier = this.#younger.get(key) ?? this.#older.get(key) ?? 0;
    this.#younger.set(key, earlier + 1);
    if (this.#younger.size >= KEYS_PER_GENERATION) {
      this.#older = this.#younger;
      this.#younger = new Map();
    }
    return earlier;
  }
}

/** Of a record without an id: the same, whether it came in a file or was read from the provider. */
export function namelessIdOf({
  iccid,
  at,
  direction,
  operator,
  country,
}: Pick<UsageRecord, "iccid" | "at" | "direction" | "operator" | "country">): string {
  return digest([iccid, at.toISOString(), direction, operator ?? "", country ?? ""]);
}

/** Of a record that has an id of its own: the same, whether it came in a file or was pushed. */
export function usageIdOf(
  iccid: string,
  givenId: string,
  direction: UsageRecord["direction"],
): string {
  return digest(["id", iccid, givenId, direction]);
}

function digest(parts: readonly string[]): string {
  return `f:${hash("sha1", parts.join("\u0000"), "base64url")}`;
}
