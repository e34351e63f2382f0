import { isUtf8 } from "node:buffer";
import { Invalid } from "#core/errors.ts";
import { peekBytes } from "./peek-bytes.ts";

const HEAD_BYTES = 64 * 1024;
const UTF8_SEQUENCE_MAX_BYTES = 4;

const MAGIC: readonly [prefix: string, name: string][] = [
  ["1f8b", "a gzip file"],
  ["25504446", "a PDF file"],
  ["53514c69746520", "a SQLite file"],
  ["50415231", "a Parquet file"],
];

/** Excel's format before 2007, and the envelope of a newer workbook that is locked with a password. */
const OLE_MAGIC = "d0cf11e0";
const LOCKED_PART = Buffer.from("EncryptedPackage", "utf16le");

/**
 * Bytes → text, as a stream. UTF-8, UTF-16 (with or without byte order mark) and Windows-1252 are
 * told apart by the file's first 64 KB.
 *
 * @throws Invalid for an empty file and for one that is not text.
 */
export async function decode(bytes: AsyncIterable<Uint8Array>): Promise<AsyncIterable<string>> {
  const { head, all } = await peekBytes(bytes, HEAD_BYTES);
  if (head.length === 0) throw new Invalid("The file is empty.");
  const decoder = new TextDecoder(encodingOf(head));
  return (async function* () {
    for await (const chunk of all) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  })();
}

function encodingOf(head: Uint8Array): string {
  const start = Buffer.from(head.subarray(0, 8)).toString("hex");
  if (start.startsWith(OLE_MAGIC)) throw notReadable(head);
  const magic = MAGIC.find(([prefix]) => start.startsWith(prefix));
  if (magic) {
    throw new Invalid(`This is ${magic[1]}, not a text file. Save the table as CSV and load that.`);
  }
  if (start.startsWith("fffe")) return "utf-16le";
  if (start.startsWith("feff")) return "utf-16be";
  const nulls = countNulls(head);
  if (nulls.odd > head.length * 0.3 && nulls.even === 0) return "utf-16le";
  if (nulls.even > head.length * 0.3 && nulls.odd === 0) return "utf-16be";
  if (nulls.odd + nulls.even > 0 || isMostlyControl(head)) {
    throw new Invalid(
      "This is a binary file, not text. Load a CSV, an Excel file (.xlsx) or JSON.",
    );
  }
  return isUtf8Start(head) ? "utf-8" : "windows-1252";
}

function notReadable(head: Uint8Array): Invalid {
  return new Invalid(
    Buffer.from(head).includes(LOCKED_PART)
      ? "The Excel file is protected with a password. Save it without one, and load that."
      : "This is an Excel file of the old format (.xls), or one with a password. Save it as .xlsx without a password, or as CSV, and load that.",
  );
}

function countNulls(head: Uint8Array): { even: number; odd: number } {
  const nulls = { even: 0, odd: 0 };
  for (let i = 0; i < head.length; i++) if (head[i] === 0) nulls[i % 2 ? "odd" : "even"]++;
  return nulls;
}

/** Tab, line feed and carriage return are text; the other control characters are not. */
function isMostlyControl(head: Uint8Array): boolean {
  let count = 0;
  for (const byte of head) {
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) count++;
  }
  return count > head.length * 0.05;
}

/** Whether `head` is UTF-8 but for a character cut off at its end. */
function isUtf8Start(head: Uint8Array): boolean {
  for (let cut = 0; cut < UTF8_SEQUENCE_MAX_BYTES && cut <= head.length; cut++) {
    if (isUtf8(head.subarray(0, head.length - cut))) return true;
  }
  return false;
}
