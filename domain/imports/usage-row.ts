import type { Checked } from "./checked.ts";
import type { Column, Mapping } from "./columns.ts";
import { checkIccid, checkRecordId } from "./identifiers.ts";
import { checkInstant, type DayOrder } from "./instant.ts";
import { type Problem, problemOf } from "./problem.ts";
import { isNone, missingIccid } from "./sim-row.ts";
import { normalize, type UsageField } from "./spellings.ts";
import { type CommaStyle, checkVolume } from "./volume.ts";
import { checkCountry, checkDirection, checkText } from "./words.ts";

export interface UsageRecord {
  readonly iccid: string;
  readonly at: Date;
  readonly volumeBytes: number;
  readonly direction: "upload" | "download";
  readonly operator: string | null;
  readonly country: string | null;
  /** The file's own id of the record, where it has one. */
  readonly givenId: string | null;
}

export interface UsageStyle {
  readonly dayOrder: DayOrder;
  /** Field → unit of cells that name none. */
  readonly units: ReadonlyMap<string, string | null>;
  readonly commas: ReadonlyMap<string, CommaStyle>;
}

export type UsageReader = (
  cells: readonly string[],
) => { records: readonly UsageRecord[] } | { problems: Problem[] };

/**
 * Reads rows under `mapping`. A row with both an upload and a download volume is two records; a volume
 * without a direction counts as download. A time after `latest` is refused.
 */
export function usageReader(
  mapping: Mapping<UsageField>,
  style: UsageStyle,
  latest: Date,
): UsageReader {
  return (cells) => {
    const problems: Problem[] = [];
    function textOf(field: UsageField): { column: Column; text: string } | null {
      const column = mapping.columns.get(field);
      const text = column ? (cells[column.index] ?? "").trim() : "";
      return column && text !== "" && !isNone(text) ? { column, text } : null;
    }
    function read<T>(field: UsageField, check: (text: string) => Checked<T>): T | null {
      const found = textOf(field);
      if (!found) return null;
      const checked = check(found.text);
      if (checked.ok) return checked.value;
      problems.push(problemOf(found.column.name, found.text, checked.reason));
      return null;
    }
    function blame(field: UsageField, reason: string): void {
      const column = mapping.columns.get(field);
      problems.push(problemOf(column?.name ?? field, textOf(field)?.text ?? "", reason));
    }
    const volume = (field: "volume" | "upload" | "download") =>
      read(field, (text) =>
        checkVolume(text, style.units.get(field) ?? null, style.commas.get(field) ?? null),
      );

    const iccid = read("iccid", checkIccid);
    if (iccid === null && problems.length === 0)
      problems.push(missingIccid(mapping.columns.get("iccid")));
    const at = read("timestamp", (text) => checkInstant(text, style.dayOrder))?.at;
    if (at === undefined) {
      if (!textOf("timestamp")) blame("timestamp", "is empty");
    } else if (at > latest) blame("timestamp", "lies in the future");
    if (/^(sms|voice|call)/.test(normalize(textOf("traffic_type")?.text ?? ""))) {
      blame("traffic_type", "is no data traffic; only data volumes are loaded");
    }
    const shared = {
      iccid: iccid ?? "",
      at: at ?? latest,
      operator: read("operator", checkText),
      country: read("country", checkCountry),
      givenId: read("record_id", checkRecordId),
    };
    const direction = read("direction", checkDirection) ?? "download";
    const [upload, download] = [volume("upload"), volume("download")];
    const hasBoth = mapping.columns.has("upload") || mapping.columns.has("download");
    const total = hasBoth ? null : volume("volume");
    const records: UsageRecord[] = [];
    if (upload !== null) records.push({ ...shared, direction: "upload", volumeBytes: upload });
    if (download !== null)
      records.push({ ...shared, direction: "download", volumeBytes: download });
    if (total !== null) records.push({ ...shared, direction, volumeBytes: total });
    if (records.length === 0 && problems.length === 0) {
      blame(
        hasBoth ? (mapping.columns.has("upload") ? "upload" : "download") : "volume",
        "is empty",
      );
    }
    return problems.length > 0 ? { problems } : { records };
  };
}
