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
  return Readable.from(inBlocks(text), { objectMode: false });
}

const BLOCK_BYTES = 64 * 1024;

/** A row by itself would cost whoever writes it as much as many. */
async function* inBlocks(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let block: Buffer[] = [];
  let bytes = 0;
  for await (const row of rows) {
    block.push(row);
    bytes += row.length;
    if (bytes < BLOCK_BYTES) continue;
    yield Buffer.concat(block);
    block = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(block);
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
