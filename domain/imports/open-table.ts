import { Invalid } from "#core/errors.ts";
import { hasIccid } from "./columns.ts";
import { openCsv } from "./csv-table.ts";
import { decode } from "./decode.ts";
import { openJson } from "./json-table.ts";
import { peekBytes } from "./peek-bytes.ts";
import { peekText } from "./peek-text.ts";
import type { Table } from "./source.ts";

/**
 * A file opened as a table, whatever its format; its name says nothing.
 *
 * @throws Invalid when it cannot be read as one.
 */
export async function openTable(
  bytes: AsyncIterable<Uint8Array>,
  fileName: string,
): Promise<Table> {
  const { head, all } = await peekBytes(bytes, 4);
  if (isZip(head)) {
    const { openXlsx } = await import("./xlsx-table.ts"); // 15 MB of library that no CSV needs
    return openXlsx(all, hasIccid);
  }
  const text = await peekText(await decode(all), 1024);
  const start = text.head.trimStart();
  if (start === "") throw new Invalid("The file is empty.");
  return start.startsWith("{") || start.startsWith("[")
    ? openJson(text.all, fileName)
    : openCsv(text.all, hasIccid);
}

/** Whether a file that begins so is a ZIP archive, as a workbook is; an empty one too. */
function isZip(head: Uint8Array): boolean {
  return /^504b(0304|0506)/.test(Buffer.from(head.subarray(0, 4)).toString("hex"));
}
