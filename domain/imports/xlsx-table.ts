import { COLUMNS_MAX, headerOf, type IsHeader, PREAMBLE_MAX_ROWS } from "./header.ts";
import type { SourceRow, Table } from "./source.ts";
import { spool } from "./spool.ts";
import { type SheetRow, sheetRows } from "./xlsx/sheet-rows.ts";
import { readWorkbook, type Workbook } from "./xlsx/workbook.ts";
import { ZipArchive } from "./xlsx/zip-archive.ts";

const NAMED_SHEETS = 5;

/**
 * An Excel workbook opened as a table: its first visible sheet, with the numbers of its rows. Cells are
 * texts as the other formats have them; a formula is what it gave when the file was saved.
 *
 * @throws Invalid for a file that is broken, locked with a password or no workbook, and one without a header.
 */
export async function openXlsx(
  bytes: AsyncIterable<Uint8Array>,
  isHeader: IsHeader,
): Promise<Table> {
  const { file, close } = await spool(bytes);
  try {
    const archive = await ZipArchive.open(file);
    const workbook = await readWorkbook(archive);
    const blocks = sheetRows(archive, workbook, COLUMNS_MAX + 1);
    const first = await firstRows(blocks);
    const { header, below } = headerOf(first, isHeader);
    return {
      format: "xlsx",
      header: header.cells,
      units: new Map(),
      notes: notesOn(workbook),
      rows: asWide(header.cells.length, below, blocks),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** As many as a header may be among. */
async function firstRows(blocks: AsyncIterator<readonly SheetRow[]>): Promise<SourceRow[]> {
  const first: SourceRow[] = [];
  while (first.length < PREAMBLE_MAX_ROWS) {
    const next = await blocks.next();
    if (next.done) break;
    first.push(...next.value.map(asSource));
  }
  return first;
}

function asSource({ row, cells }: SheetRow): SourceRow {
  return { line: row, cells };
}

/** A sheet holds no empty cells at a row's end, and what stands beside the table is none of it. */
async function* asWide(
  width: number,
  first: readonly SourceRow[],
  blocks: AsyncIterable<readonly SheetRow[]>,
): AsyncGenerator<readonly SourceRow[]> {
  const fit = (row: SourceRow): readonly SourceRow[] => {
    if ("problem" in row) return [row];
    const cells = Array.from({ length: width }, (_, index) => row.cells[index] ?? "");
    return cells.some((cell) => cell !== "") ? [{ line: row.line, cells }] : [];
  };
  yield first.flatMap(fit);
  for await (const rows of blocks) yield rows.map(asSource).flatMap(fit);
}

function notesOn({ sheetName, otherSheets }: Workbook): string[] {
  if (otherSheets.length === 0) return [];
  const named = otherSheets.slice(0, NAMED_SHEETS).map((name) => `"${name}"`);
  const more = otherSheets.length - named.length;
  return [
    `Only the sheet "${sheetName}" is read. Left out: ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`,
  ];
}
