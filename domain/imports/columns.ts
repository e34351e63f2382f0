import { Invalid } from "#core/errors.ts";
import { noIccidColumn } from "./header.ts";
import {
  normalize,
  SIM_SPELLINGS,
  type SimField,
  USAGE_SPELLINGS,
  type UsageField,
} from "./spellings.ts";
import { isUnit } from "./volume.ts";

export type Kind = "sims" | "usage";

export interface Column {
  readonly index: number;
  /** The header as the file has it. */
  readonly name: string;
  /** `MB` of `Data volume (MB)`. */
  readonly unit: string | null;
}

export interface Mapping<F extends string = string> {
  readonly columns: ReadonlyMap<F, Column>;
  readonly unknown: readonly string[];
}

/** Whether a row of cells can be the header of a file with SIMs: some column is the ICCID. */
export function hasIccid(cells: readonly string[]): boolean {
  return mapColumns(cells, { iccid: SIM_SPELLINGS.iccid }).columns.has("iccid");
}

/** What a file holds: usage when it has a time and a volume beside the ICCID, else SIMs. */
export function kindOf(header: readonly string[]): Kind {
  const { columns } = mapColumns(header, USAGE_SPELLINGS);
  const hasVolume = columns.has("volume") || columns.has("upload") || columns.has("download");
  return columns.has("timestamp") && hasVolume ? "usage" : "sims";
}

/** @throws Invalid when the file has no ICCID column. */
export function mapSims(header: readonly string[]): Mapping<SimField> {
  const mapping = mapColumns(header, SIM_SPELLINGS);
  if (!mapping.columns.has("iccid")) throw noIccidColumn(header);
  return mapping;
}

/** @throws Invalid when ICCID, time or volume has no column. */
export function mapUsage(header: readonly string[]): Mapping<UsageField> {
  const mapping = mapColumns(header, USAGE_SPELLINGS);
  if (!mapping.columns.has("iccid")) throw noIccidColumn(header);
  if (!mapping.columns.has("timestamp")) {
    throw new Invalid(
      'The usage file has no time column. Name it "Date" or "Timestamp" in the first row.',
    );
  }
  if (!["volume", "upload", "download"].some((field) => mapping.columns.has(field as UsageField))) {
    throw new Invalid(
      'The usage file has no volume column. Name it with its unit in the first row, such as "Volume (MB)".',
    );
  }
  return mapping;
}

/** Each field to the column whose header is its likeliest spelling; the columns left over are unknown. */
function mapColumns<F extends string>(
  header: readonly string[],
  spellings: Readonly<Record<F, readonly string[]>>,
): Mapping<F> {
  const readings = header.map((name, index) => ({ index, ...readHeader(name) }));
  const columns = new Map<F, Column>();
  const taken = new Set<number>();
  for (const [field, list] of Object.entries(spellings) as [F, readonly string[]][]) {
    for (const spelling of list) {
      const key = normalize(spelling);
      const found = readings.find(
        ({ index, whole, bare }) => !taken.has(index) && (whole === key || bare === key),
      );
      if (!found) continue;
      taken.add(found.index);
      columns.set(field, { index: found.index, name: found.name, unit: found.unit });
      break;
    }
  }
  return { columns, unknown: header.filter((name, index) => !taken.has(index) && name !== "") };
}

const UNIT_AT_END =
  /^(.*?)(?:\s*[([]\s*(?:in\s+)?([a-z]+)\s*[)\]]|[\s_.-]+(?:in[\s_]+)?([a-z]+))\s*$/i;

function readHeader(text: string): {
  name: string;
  whole: string;
  bare: string;
  unit: string | null;
} {
  const name = text.trim();
  const whole = normalize(name);
  const match = UNIT_AT_END.exec(name);
  const unit = match?.[2] ?? match?.[3] ?? "";
  return isUnit(unit)
    ? { name, whole, bare: normalize(match?.[1] ?? ""), unit }
    : { name, whole, bare: whole, unit: isUnit(name) ? name : null };
}
