import { Invalid } from "#core/errors.ts";
import type { SourceRow } from "./source.ts";

/** Titles and blank lines that some exports put above the header. */
export const PREAMBLE_MAX_ROWS = 15;
export const COLUMNS_MAX = 500;

export type IsHeader = (cells: readonly string[]) => boolean;
export type HeaderRow = Extract<SourceRow, { cells: readonly string[] }>;

/**
 * The header among the first rows of a file, and those of them that are below it.
 *
 * @throws Invalid when `isHeader` knows none of them.
 */
export function headerOf(
  first: readonly SourceRow[],
  isHeader: IsHeader,
): { header: HeaderRow; below: readonly SourceRow[] } {
  const readable = first.filter((row) => "cells" in row);
  const header = readable.slice(0, PREAMBLE_MAX_ROWS).find((row) => isHeader(row.cells));
  if (!header) throw noIccidColumn(readable[0]?.cells ?? []);
  if (header.cells.length > COLUMNS_MAX) {
    throw new Invalid(`The file has more than ${COLUMNS_MAX} columns.`);
  }
  const below = first.filter((row) => row.line > header.line || "problem" in row);
  return { header, below };
}

export function noIccidColumn(columns: readonly string[]): Invalid {
  const seen = columns
    .slice(0, 12)
    .map((name) => `"${name.slice(0, 40)}"`)
    .join(", ");
  return new Invalid(
    "The file has no ICCID column. Name the column that holds the SIM's number ICCID in the first row." +
      (seen ? ` The first row has ${seen}.` : ""),
  );
}
