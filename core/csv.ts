import { pipeline, Readable } from "node:stream";
import { type Options, stringify } from "csv-stringify";
import { stringify as stringifySync } from "csv-stringify/sync";
import { safeCell } from "./csv-cell.ts";

export { safeCell };

type Row = readonly unknown[];

/** The CSV of `rows` under `columns` as a stream, for any number of rows. */
export function csvStream(
  columns: readonly string[],
  rows: Iterable<Row> | AsyncIterable<Row>,
): Readable {
  const text = stringify(OPTIONS);
  // A failure of `rows` destroys `text`, whose reader is told; there is nobody else to tell.
  pipeline(Readable.from(withHeader(columns, rows)), text, () => {});
  return text;
}

/** The same as one string, for few rows. */
export function csvText(columns: readonly string[], rows: Iterable<Row>): string {
  return stringifySync([columns, ...rows].map(safeRow), OPTIONS);
}

async function* withHeader(columns: Row, rows: Iterable<Row> | AsyncIterable<Row>) {
  yield safeRow(columns);
  for await (const row of rows) yield safeRow(row);
}

const safeRow = (row: Row): string[] => row.map(safeCell);

const OPTIONS: Options = { quoted_match: /[;\t|']/ };
