import { type Info, type Options, parse } from "csv-parse/sync";
import { type Block, csvBlocks } from "./csv-blocks.ts";
import { headerOf, type IsHeader, PREAMBLE_MAX_ROWS } from "./header.ts";
import { peekText } from "./peek-text.ts";
import type { SourceRow, Table } from "./source.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;
const HEAD_CHARS = 4096;
const HEADER_BONUS = 1e6;

/**
 * A CSV opened as a table: its delimiter found, its header the first row that `isHeader` knows.
 *
 * @throws Invalid when there is no such row among the first ones.
 */
export async function openCsv(text: AsyncIterable<string>, isHeader: IsHeader): Promise<Table> {
  const { head, all } = await peekText(text, HEAD_CHARS);
  const delimiter = delimiterOf(head, isHeader);
  const blocks = csvRows(withoutSeparatorLine(all), delimiter);
  const next = await blocks.next();
  const first: readonly SourceRow[] = next.done ? [] : next.value;
  try {
    const { header, below } = headerOf(first, isHeader);
    return {
      format: "csv",
      header: header.cells,
      units: new Map(),
      notes: [],
      rows: withWidth(header.cells.length, below, blocks),
    };
  } catch (error) {
    await blocks.return(undefined);
    throw error;
  }
}

async function* withWidth(
  width: number,
  first: readonly SourceRow[],
  blocks: AsyncIterable<readonly SourceRow[]>,
): AsyncGenerator<readonly SourceRow[]> {
  const check = (row: SourceRow) => checkWidth(row, width);
  yield first.map(check);
  for await (const rows of blocks) yield rows.map(check);
}

function checkWidth(row: SourceRow, width: number): SourceRow {
  if ("problem" in row || row.cells.length === width) return row;
  const extra = row.cells.slice(width);
  if (row.cells.length > width && extra.every((cell) => cell === "")) return row;
  const problem = `The row has ${row.cells.length} cells where the header has ${width}.`;
  return { line: row.line, problem, raw: row.cells };
}

async function* csvRows(
  text: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<readonly SourceRow[]> {
  for await (const block of csvBlocks(text, delimiter)) {
    yield [...block.broken, ...(block.hasTallRows ? tallRows : lowRows)(block, delimiter)];
  }
}

/** Every row is one line. */
function lowRows({ text, firstLine }: Block, delimiter: string): SourceRow[] {
  const records = parse(text, csvOptions(delimiter));
  return records.map((cells, index) => ({ line: firstLine + index, cells })).filter(isFilled);
}

function tallRows({ text, firstLine }: Block, delimiter: string): SourceRow[] {
  const options = { ...csvOptions(delimiter), info: true };
  const records = parse(text, options) as unknown as { record: string[]; info: Info }[]; // `info` wraps each
  return records
    .map(({ record }, index) => {
      const linesBefore = index === 0 ? 0 : (records[index - 1]?.info.lines ?? 0);
      return { line: firstLine + linesBefore, cells: record };
    })
    .filter(isFilled);
}

function csvOptions(delimiter: string): Options {
  return {
    delimiter,
    record_delimiter: "\n",
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: 0,
    trim: delimiter !== "\t",
  };
}

function isFilled({ cells }: { readonly cells: readonly string[] }): boolean {
  return cells.length > 1 || cells[0] !== "";
}

/** The separator that makes a header of one of the first lines, else the one that cuts most. */
function delimiterOf(head: string, isHeader: IsHeader): string {
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
