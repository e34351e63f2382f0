import type { Column, ColumnKind } from "#query/answer.ts";
import {
  type Formatted,
  formatDay,
  formatDuration,
  formatHour,
  formatInstant,
  formatMoney,
  formatNumber,
  formatPercent,
  formatVolume,
  groupIccid,
} from "./format.ts";

const NUMERIC: ReadonlySet<ColumnKind> = new Set([
  "bytes",
  "number",
  "percent",
  "money",
  "duration",
]);

export function isNumeric(column: Column): boolean {
  return NUMERIC.has(column.kind);
}

/** A value of an answer as a person reads it; null (no value) is a dash. */
export function formatCell(value: unknown, column: Column, now: Date, locale?: string): Formatted {
  const isEmpty = value === "" || (Array.isArray(value) && value.length === 0);
  if (value === null || value === undefined || isEmpty) return { text: "–", exact: "no value" };
  if (typeof value === "number") return formatQuantity(value, column, locale);
  switch (column.kind) {
    case "iccid":
      return { text: groupIccid(String(value)) };
    case "day":
      return formatDay(String(value).slice(0, 10), now, column.unit, locale);
    case "timestamp":
      return column.unit === "hour"
        ? formatHour(String(value), locale)
        : formatInstant(String(value), now, locale);
    case "boolean":
      return { text: value === true || value === "true" ? "yes" : "no" };
    case "list":
      return { text: Array.isArray(value) ? value.map(String).join(", ") : String(value) };
    case "json":
      return { text: JSON.stringify(value) };
    default:
      return formatText(value, column, locale);
  }
}

function formatQuantity(value: number, column: Column, locale?: string): Formatted {
  switch (column.kind) {
    case "bytes":
      return formatVolume(value, column.unit, locale);
    case "percent":
      return formatPercent(value, locale);
    case "money":
      return formatMoney(value, column.unit, locale);
    case "duration":
      return formatDuration(value, column.unit, locale);
    case "text":
      return { text: String(value) };
    default: {
      const { text, exact } = formatNumber(value, locale);
      const withUnit = column.unit ? `${text} ${column.unit}` : text;
      return exact === undefined ? { text: withUnit } : { text: withUnit, exact };
    }
  }
}

/** Numbers beyond 2^53 arrive as text. */
function formatText(value: unknown, column: Column, locale?: string): Formatted {
  const text = String(value);
  if (isNumeric(column) && /^-?\d+(\.\d+)?$/.test(text)) {
    return formatQuantity(Number(text), column, locale);
  }
  return { text };
}

/** Ascending order of two values of one column; no value comes last either way. */
export function compareCells(a: unknown, b: unknown, direction: "asc" | "desc"): number {
  const isEmpty = (value: unknown) => value === null || value === undefined || value === "";
  if (isEmpty(a) || isEmpty(b)) return Number(isEmpty(a)) - Number(isEmpty(b));
  const order =
    typeof a === "number" && typeof b === "number"
      ? a - b
      : String(a).localeCompare(String(b), undefined, { numeric: true });
  return direction === "asc" ? order : -order;
}
