import { fleetNow, wallNow } from "#core/clock.ts";
import { type Mapping, mapUsage } from "./columns.ts";
import { dayOrderOf } from "./instant.ts";
import { LastSeen } from "./last-seen.ts";
import { type IdentifiedRecord, knownSims, loadUsage } from "./load-usage.ts";
import { type Item, type Loader, namesOf } from "./loader.ts";
import { problemOf } from "./problem.ts";
import type { UsageField } from "./spellings.ts";
import { UsageIds } from "./usage-ids.ts";
import { type UsageStyle, usageReader } from "./usage-row.ts";
import { type CommaStyle, commaStyleOf, hasBareFraction } from "./volume.ts";

const DAY_MS = 86_400_000;
const VOLUMES = ["volume", "upload", "download"] as const;
type Rows = readonly (readonly string[])[];

/** `units` are those that the format fixes for a column. */
export function usageLoader(
  header: readonly string[],
  units: ReadonlyMap<string, string>,
  sample: Rows,
): Loader<readonly IdentifiedRecord[]> {
  const mapping = mapUsage(header);
  const { style, notes } = styleOf(mapping, units, sample);
  const latest = new Date(Math.max(fleetNow().getTime(), wallNow().getTime()) + DAY_MS);
  const read = usageReader(mapping, style, latest);
  const ids = new UsageIds();
  const lastSeen = new LastSeen();
  const iccidColumn = mapping.columns.get("iccid")?.name ?? "ICCID";
  return {
    mapping: namesOf(mapping.columns),
    unknownColumns: mapping.unknown,
    notes: [...notes, ...directionNote(mapping)],
    read(_line, cells) {
      const result = read(cells);
      if ("problems" in result) return result;
      return { value: result.records.map((record) => ({ ...record, recordId: ids.idOf(record) })) };
    },
    async load(sql, items) {
      const known = await knownSims(
        sql,
        items.flatMap((item) => item.value.map((r) => r.iccid)),
      );
      const isKnown = (item: Item<readonly IdentifiedRecord[]>) =>
        item.value.every((record) => known.has(record.iccid));
      const good = lastOfEach(items.filter(isKnown));
      const unchanged = good.size > 0 ? await loadUsage(sql, [...good.values()]) : new Set();
      const loaded = items.filter(
        (item) => isKnown(item) && item.value.some((record) => !unchanged.has(record.recordId)),
      );
      lastSeen.note(good.values());
      if (lastSeen.isFull) await lastSeen.apply(sql);
      const refused = items
        .filter((item) => !isKnown(item))
        .map((item) => {
          const reason = "is no SIM of your fleet; load the list of SIMs first";
          return { item, problem: problemOf(iccidColumn, item.value[0]?.iccid ?? "", reason) };
        });
      return { loaded: loaded.length, refused };
    },
    finish: (sql) => lastSeen.apply(sql),
  };
}

/** Of records with one id (the file's own, repeated) the last counts, as it would over two batches. */
function lastOfEach(
  items: readonly Item<readonly IdentifiedRecord[]>[],
): Map<string, IdentifiedRecord> {
  return new Map(items.flatMap((item) => item.value.map((record) => [record.recordId, record])));
}

function styleOf(
  mapping: Mapping<UsageField>,
  units: ReadonlyMap<string, string>,
  sample: Rows,
): { style: UsageStyle; notes: string[] } {
  const cellsOf = (field: UsageField): string[] => {
    const index = mapping.columns.get(field)?.index;
    return index === undefined ? [] : sample.map((row) => row[index]?.trim() ?? "");
  };
  const unitOf = new Map<string, string | null>();
  const commas = new Map<string, CommaStyle>();
  const notes: string[] = [];
  for (const field of VOLUMES) {
    const column = mapping.columns.get(field);
    if (!column) continue;
    const given = column.unit ?? units.get(column.name) ?? null;
    const isMegabytes = given === null && hasBareFraction(cellsOf(field));
    unitOf.set(field, isMegabytes ? "MB" : given);
    commas.set(field, commaStyleOf(cellsOf(field)));
    if (isMegabytes) notes.push(`"${column.name}" has fractions and no unit: read as MB.`);
    else if (given === null) notes.push(`"${column.name}" names no unit: plain numbers are bytes.`);
  }
  const style = { dayOrder: dayOrderOf(cellsOf("timestamp")), units: unitOf, commas };
  return { style, notes };
}

function directionNote({ columns }: Mapping<UsageField>): string[] {
  const isOpen = !columns.has("upload") && !columns.has("download") && !columns.has("direction");
  return isOpen ? ["The file does not tell upload from download: volumes count as download."] : [];
}
