import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Options, stringify } from "csv-stringify";
import { UsageError } from "./usage-error.ts";

type Row = readonly (string | number)[];

/** A spreadsheet would run what begins like a formula, or take what stands behind its own separator for a cell. */
const OPTIONS: Options = { header: true, escape_formulas: true, quoted_match: /[;\t]/ };

/** Writes the rows as they come, and waits where the disk is slower. */
export async function writeCsv(
  path: string,
  columns: readonly string[],
  rows: Iterable<Row> | AsyncIterable<Row>,
): Promise<void> {
  const file = await open(path, "w").catch((error: Error) => {
    throw new UsageError(`${path} cannot be written: ${error.message}`);
  });
  const text = stringify({ ...OPTIONS, columns: [...columns] });
  await pipeline(Readable.from(rows), text, file.createWriteStream());
}
