import { formatSize } from "#app/lib/format.ts";
import { FIELD_NAMES, saidValue } from "#domain/changes/preview.ts";

export interface ChangedField {
  readonly field: string;
  /** Null where nothing is known of before. */
  readonly from: string | null;
  readonly to: string;
}

type Values = Readonly<Record<string, unknown>>;

/** What was changed, as the log keeps it: `{ before, after }`, `{ label: { from, to } }`, or the new value alone. */
export function changedFields(changes: unknown): ChangedField[] {
  if (!isValues(changes)) return [];
  const { before, after, ...others } = changes;
  return [...sides(before, after), ...Object.entries(others).flatMap(fieldOf)];
}

function sides(before: unknown, after: unknown): ChangedField[] {
  if (after === undefined || after === null) return [];
  if (!isValues(after)) return [{ field: "Value", from: said("", before), to: String(after) }];
  const old = isValues(before) ? before : {};
  return Object.entries(after)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(old[key]))
    .map(([key, value]) => ({
      field: nameOf(key),
      from: key in old ? said(key, old[key]) : null,
      to: said(key, value) ?? "none",
    }));
}

/** Kept for whoever reads the whole entry; a sentence is no place for them. */
const DETAILS = new Set(["change", "result", "shown", "input", "email", "name", "chosen", "run"]);

function fieldOf([key, value]: [string, unknown]): ChangedField[] {
  if (DETAILS.has(key) || value === null || value === undefined) return [];
  if (isValues(value)) {
    if (!("to" in value)) return [];
    return [{ field: nameOf(key), from: said(key, value.from), to: said(key, value.to) ?? "none" }];
  }
  return [{ field: nameOf(key), from: null, to: said(key, value) ?? "none" }];
}

function said(key: string, value: unknown): string | null {
  if (value === undefined) return null;
  if (value === null) return "none";
  if (key === "bytes" && typeof value === "number") return formatSize(value);
  return isValues(value) ? JSON.stringify(value) : saidValue(key, value);
}

/** `expiresAt`, `next_run_at` → "Expires at", "Next run at". */
function nameOf(key: string): string {
  if (key === "bytes") return "Data";
  if (key === "sims") return "SIMs";
  const words = key
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
  return FIELD_NAMES[key] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

function isValues(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
