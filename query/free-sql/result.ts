import { Limited } from "#core/errors.ts";

const MAX_BYTES = 8 * 1024 * 1024;

/** Names of types by their OID. */
const TYPE_NAMES: Readonly<Record<number, string>> = {
  16: "boolean",
  20: "bigint",
  21: "smallint",
  23: "integer",
  25: "text",
  114: "json",
  650: "cidr",
  700: "real",
  701: "double precision",
  869: "inet",
  1042: "text",
  1043: "text",
  1082: "date",
  1083: "time",
  1114: "timestamp",
  1184: "timestamptz",
  1186: "interval",
  1700: "numeric",
  2249: "record",
  2950: "uuid",
  3802: "jsonb",
  19: "text",
  18: "text",
  1000: "boolean[]",
  1005: "smallint[]",
  1007: "integer[]",
  1009: "text[]",
  1015: "text[]",
  1016: "bigint[]",
  1021: "real[]",
  1022: "double precision[]",
  1182: "date[]",
  1115: "timestamp[]",
  1185: "timestamptz[]",
  1231: "numeric[]",
  1041: "inet[]",
  3807: "jsonb[]",
  199: "json[]",
};

const NUMBERS = new Set(["bigint", "smallint", "integer", "real", "double precision", "numeric"]);

export interface SqlColumn {
  readonly name: string;
  readonly type: string;
}

/** Columns as Postgres described them. Of several with one name, the later ones get a number. */
export function columnsFrom(described: readonly { name: string; type: number }[]): SqlColumn[] {
  const taken = new Set<string>();
  return described.map(({ name: given, type }) => {
    let name = given;
    for (let n = 2; taken.has(name); n++) name = `${given}_${n}`;
    taken.add(name);
    return { name, type: TYPE_NAMES[type] ?? "other" };
  });
}

/** @throws Limited */
export function requireModestSize(bytes: number): void {
  if (bytes <= MAX_BYTES) return;
  throw new Limited("The rows are larger than 8 MB together. Select fewer columns or rows.");
}

/** @throws Limited when the rows together are too large to hand on. */
export function rowsFrom(
  columns: readonly SqlColumn[],
  raw: readonly (readonly (Uint8Array | null)[])[],
): Record<string, unknown>[] {
  let bytes = 0;
  for (const row of raw) for (const cell of row) bytes += cell?.length ?? 0;
  requireModestSize(bytes);
  return raw.map((row) =>
    Object.fromEntries(
      columns.map(({ name, type }, n) => {
        const cell = row[n];
        return [name, cell ? cellFrom(type, Buffer.from(cell).toString()) : null];
      }),
    ),
  );
}

function cellFrom(type: string, text: string): unknown {
  if (NUMBERS.has(type)) return numberFrom(text);
  switch (type) {
    case "boolean":
      return text === "t";
    case "json":
    case "jsonb":
      return JSON.parse(text);
    case "timestamptz":
      return momentFrom(text);
    default:
      return arrayFrom(type, text) ?? text;
  }
}

/** Beyond 2^53 a number stays text, so that no digit is lost; so do NaN and infinity. */
function numberFrom(text: string): number | string {
  const value = Number(text);
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return text;
  return value;
}

/** `2026-10-21 09:30:00+00`, the session being in UTC, as ISO 8601; what has no such form stays. */
function momentFrom(text: string): string {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/.exec(text);
  if (!match) return text;
  const [, day, time, fraction = ""] = match;
  return `${day}T${time}.${fraction.slice(0, 3).padEnd(3, "0")}Z`;
}

/** A flat array of texts or numbers; null for what is none. */
function arrayFrom(type: string, text: string): unknown[] | null {
  if (!type.endsWith("[]") || !text.startsWith("{") || /^\{\{/.test(text)) return null;
  const items = text.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|([^,]+)/g);
  return [...items].map(([, quoted, bare]) => {
    const item = quoted?.replaceAll(/\\(.)/g, "$1") ?? bare ?? "";
    return quoted === undefined && bare === "NULL" ? null : cellFrom(type.slice(0, -2), item);
  });
}
