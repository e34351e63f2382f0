import { storableText } from "#db/storable.ts";

/** A JSON object of the provider's, whose fields may be absent, empty or of another type. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object under `key`; an empty one where there is none. */
export function within(fields: Fields, key: string): Fields {
  const value = fields[key];
  return isFields(value) ? value : {};
}

/** The first of `values` that says something, as text that can be stored. */
export function firstText(...values: readonly unknown[]): string | null {
  for (const value of values) {
    const text = typeof value === "string" ? storableText(value).trim() : "";
    if (text !== "") return text;
    if (typeof value === "number" && Number.isFinite(value)) return String(value);
  }
  return null;
}
