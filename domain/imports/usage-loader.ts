import { fleetNow, wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { type Mapping, mapUsage } from "./columns.ts";
import { dayOrderOf } from "./instant.ts";
import { LastSeen } from "./last-seen.ts";
import {
  compareUsage,
  type FoundRecords,
  type IdentifiedRecord,
  knownSims,
  loadUsage,
} from "./load-usage.ts";
import { type Item, type Loader, namesOf } from "./loader.ts";
import { problemOf } from "./problem.ts";
import type { UsageField } from "./spellings.ts";
import { UsageIds } from "./usage-ids.ts";
import { type UsageStyle, usageReader } from "./usage-row.ts";
import { type CommaStyle, commaStyleOf, hasBareFraction } from "./volume.ts";

const DAY_MS = 86_400_000;
const VOLUMES = ["volume", "upload", "download"] as const;
const NOTHING_FOUND: FoundRecords = new Map();
type Rows = readonly (readonly string[])[];
type UsageItem = Item<readonly IdentifiedRecord[]>;

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
  async function sorted(sql: Transaction, items: readonly UsageItem[]) {
    const iccids = items.flatMap((item) => item.value.map((record) => record.iccid));
    const known = await knownSims(sql, iccids);
    const isKnown = (item: UsageItem) => item.value.every(({ iccid }) => known.has(iccid));
    const refused = items
      .filter((item) => !isKnown(item))
      .map((item) => {
        const reason = "is no SIM of your fleet; load the list of SIMs first";
        return { item, problem: problemOf(iccidColumn, item.value[0]?.iccid ?? "", reason) };
      });
    return { good: items.filter(isKnown), refused };
  }
  return {
    differences: { fields: [], examples: [] },
    mapping: namesOf(mapping.columns),
    unknownColumns: mapping.unknown,
    notes: [...notes, ...directionNote(mapping)],
    read(_line, cells) {
      const result = read(cells);
      if ("problems" in result) return result;
      return { value: result.records.map((record) => ({ ...record, ...ids.idOf(record) })) };
    },
    async check(sql, items) {
      const { good, refused } = await sorted(sql, items);
      const records = [...lastOfEach(good).values()];
      const found = records.length > 0 ? await compareUsage(sql, records) : NOTHING_FOUND;
      return { ...countsOf(good, found), refused };
    },
    async load(sql, items) {
      const { good, refused } = await sorted(sql, items);
      const records = [...lastOfEach(good).values()];
      const found = records.length > 0 ? await loadUsage(sql, records) : NOTHING_FOUND;
      lastSeen.note(records);
      if (lastSeen.isFull) await lastSeen.apply(sql);
      return { ...countsOf(good, found), refused };
    },
    finish: (sql) => lastSeen.apply(sql),
  };
}

/** Of records with one id (the file's own, repeated) the last counts, as it would over two batches. */
function lastOfEach(items: readonly UsageItem[]): Map<string, IdentifiedRecord> {
  return new Map(items.flatMap((item) => item.value.map((record) => [record.recordId, record])));
}

/** A row counts once, whatever number of records it holds; one that repeats another counts as there already. */
function countsOf(
  items: readonly UsageItem[],
  found: FoundRecords,
): { added: number; changed: number } {
  let [added, changed] = [0, 0];
  for (const { value } of items) {
    const records = value.filter(({ isRepeat }) => !isRepeat);
    if (records.some(({ recordId }) => !found.has(recordId))) added++;
    else if (records.some(({ recordId }) => found.get(recordId))) changed++;
  }
  return { added, changed };
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
