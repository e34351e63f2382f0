import { formatBytes } from "#core/bytes.ts";
import type { Answer, Column } from "#query/answer.ts";

export type Row = Answer["rows"][number];

/** A value as a person reads it. */
export function show(value: unknown, column: Column): string {
  if (value === null || value === undefined) return "unknown";
  if (typeof value === "boolean") return value ? "yes" : "no";
  const number = Number(value);
  if (Number.isNaN(number)) return String(value);
  if (column.kind === "bytes" && !column.unit) return formatBytes(number);
  if (column.kind === "percent") return `${rounded(number)} %`;
  return `${rounded(number)}${unitOf(column)}`;
}

function unitOf({ unit }: Column): string {
  if (!unit) return "";
  return ` ${["second", "minute", "hour", "day"].includes(unit) ? `${unit}s` : unit}`;
}

/** Whole numbers as they are, others with two digits, large ones with none. */
export function rounded(value: number): string {
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 2;
  return value.toLocaleString("en-GB", { maximumFractionDigits: digits });
}

/** "1 alert", "1,200 SIMs". */
export function counted(count: number, noun: string): string {
  return `${rounded(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** "21 Oct, 09:00 UTC". */
export function momentOf(iso: string): string {
  return new Date(iso).toLocaleString("en-GB", {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "UTC",
    timeZoneName: "short",
  });
}

export function figure(row: Row, column: Column): number | null {
  const value = row[column.name];
  if (value === null || value === undefined || value === "") return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** What a row is called: a SIM by its label, a group by its values. */
export function nameOf(row: Row, names: readonly Column[]): string {
  const label = row.label ?? row.iccid;
  if (typeof label === "string" && label) return label;
  return names
    .slice(0, 3)
    .map((column) => nameIn(row[column.name], column))
    .join(", ");
}

function nameIn(value: unknown, { kind, unit }: Column): string {
  if (value === null || value === undefined || value === "") return "none";
  const text = String(value);
  if (kind !== "day" && kind !== "timestamp") return text;
  const day = new Date(kind === "day" ? `${text.slice(0, 10)}T00:00:00Z` : text);
  if (Number.isNaN(day.getTime())) return text;
  const options: Intl.DateTimeFormatOptions =
    unit === "month" || unit === "quarter"
      ? { month: "long", year: "numeric" }
      : { day: "numeric", month: "short", ...(kind === "timestamp" ? TIME_OF_DAY : {}) };
  const said = day.toLocaleString("en-GB", { ...options, timeZone: "UTC" });
  return unit === "week" ? `the week from ${said}` : said;
}

const TIME_OF_DAY = { hour: "2-digit", minute: "2-digit" } as const;
