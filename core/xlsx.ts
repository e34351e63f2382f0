import { writeXlsxStream } from "hucre/xlsx";

export interface XlsxColumn {
  readonly header: string;
  /** Texts stay texts, also those that look like numbers or formulas. */
  readonly kind: "text" | "instant";
}

const FORMATS = { text: "@", instant: "yyyy-mm-dd hh:mm:ss" } as const;
const WIDTH_CHARS = 22;

/** A workbook with one sheet of `rows` as a stream, for any number of rows. */
export function xlsxStream(
  sheetName: string,
  columns: readonly XlsxColumn[],
  rows: AsyncIterable<readonly (string | Date | null)[]>,
): ReadableStream<Uint8Array> {
  return writeXlsxStream(copies(rows), {
    name: sheetName,
    columns: columns.map(({ header, kind }) => ({
      header,
      numFmt: FORMATS[kind],
      width: WIDTH_CHARS,
    })),
    freezePane: { rows: 1 },
  });
}

/** The library types rows as its own to change. */
async function* copies<T>(rows: AsyncIterable<readonly T[]>): AsyncGenerator<T[]> {
  for await (const row of rows) yield [...row];
}
