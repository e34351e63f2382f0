import { safeCell } from "#core/csv-cell.ts";
import type { Column } from "#query/answer.ts";

type Row = Readonly<Record<string, unknown>>;

/** RFC 4180, values as they are (bytes as bytes, ICCIDs plain), safe to open in a spreadsheet. */
export function csvOf(columns: readonly Column[], rows: readonly Row[]): string {
  const header = columns.map((column) => quoted(safeCell(column.name)));
  const lines = rows.map((row) => columns.map((column) => quoted(safeCell(row[column.name]))));
  return [header, ...lines].map((cells) => `${cells.join(",")}\r\n`).join("");
}

const quoted = (cell: string): string =>
  /[",;\t|'\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
