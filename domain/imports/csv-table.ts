import { type Info, parse } from "csv-parse/sync";
import { Invalid } from "#core/errors.ts";
import { csvBlocks } from "./csv-blocks.ts";
import { peekText } from "./peek-text.ts";
import type { SourceRow, Table } from "./source.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;
/** Titles and blank lines that some exports put above the header. */
const PREAMBLE_MAX_ROWS = 15;
const COLUMNS_MAX = 500;
const HEAD_CHARS = 4096;
const HEADER_BONUS = 1e6;

/**
 * A CSV opened as a table: its delimiter found, its header the first row that `isHeader` knows.
 *
 * @throws Invalid when there is no such row among the first ones.
 */
export async function openCsv(
  text: AsyncIterable<string>,
  isHeader: (cells: readonly string[]) => boolean,
): Promise<Table> {
  const { head, all } = await peekText(text, HEAD_CHARS);
  const delimiter = delimiterOf(head, isHeader);
  const rows = csvRows(withoutSeparatorLine(all), delimiter);
  const above: string[][] = [];
  const broken: SourceRow[] = [];
  while (above.length < PREAMBLE_MAX_ROWS) {
    const next = await rows.next();
    if (next.done) break;
    if ("problem" in next.value) {
      broken.push(next.value);
      continue;
    }
    const cells = [...next.value.cells];
    if (isHeader(cells)) {
      if (cells.length > COLUMNS_MAX)
        throw new Invalid(`The file has more than ${COLUMNS_MAX} columns.`);
      return {
        format: "csv",
        header: cells,
        units: new Map(),
        notes: [],
        rows: checked(cells.length, broken, rows),
      };
    }
    above.push(cells);
  }
  await rows.return(undefined);
  throw noIccidColumn(above[0] ?? []);
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

async function* checked(
  width: number,
  broken: readonly SourceRow[],
  rows: AsyncIterable<SourceRow>,
): AsyncGenerator<SourceRow> {
  yield* broken;
  for await (const row of rows) {
    if ("problem" in row || row.cells.length === width) {
      yield row;
      continue;
    }
    const extra = row.cells.slice(width);
    if (row.cells.length > width && extra.every((cell) => cell === "")) yield row;
    else {
      const problem = `The row has ${row.cells.length} cells where the header has ${width}.`;
      yield { line: row.line, problem, raw: row.cells.join(" | ") };
    }
  }
}

async function* csvRows(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<SourceRow> {
  for await (const block of csvBlocks(text, delimiter)) {
    yield* block.broken;
    const records = parse(block.text, {
      delimiter,
      record_delimiter: "\n",
      info: true,
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: 0,
      trim: delimiter !== "\t",
    }) as unknown as { record: string[]; info: Info }[]; // `info: true` wraps each record
    let end = 0;
    for (const { record, info } of records) {
      const line = block.firstLine + end;
      end = info.lines;
      if (record.length > 1 || record[0] !== "") yield { line, cells: record };
    }
  }
}

/** The separator that makes a header of one of the first lines, else the one that cuts most. */
function delimiterOf(head: string, isHeader: (cells: readonly string[]) => boolean): string {
  const declared = /^sep=(.)\r?\n/i.exec(head)?.[1];
  if (declared && DELIMITERS.some((known) => known === declared)) return declared;
  const lines = head.split(/\r\n|\n|\r/).slice(0, PREAMBLE_MAX_ROWS);
  const score = (delimiter: string) =>
    Math.max(
      ...lines.map((line) => {
        const cells = line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
        return cells.length + (isHeader(cells) ? HEADER_BONUS : 0);
      }),
    );
  return DELIMITERS.reduce((best, next) => (score(next) > score(best) ? next : best));
}

/** Excel's own `sep=;` line becomes an empty one, so that line numbers hold. */
async function* withoutSeparatorLine(text: AsyncIterable<string>): AsyncGenerator<string> {
  let isFirst = true;
  for await (const chunk of text) {
    yield isFirst ? chunk.replace(/^sep=.(?=\r?\n)/i, "") : chunk;
    isFirst = false;
  }
}
