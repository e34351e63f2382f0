import { crc32, deflateRawSync } from "node:zlib";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

interface WorkbookParts {
  /** The rows of the first sheet as XML. */
  readonly rows: string;
  readonly strings?: readonly string[];
  readonly sheets?: string;
  readonly workbookPr?: string;
  readonly styles?: string;
}

/** The parts of a workbook as a program writes them, by their names. */
export function workbookParts({
  rows,
  strings = [],
  sheets = '<sheet name="SIMs" sheetId="1" r:id="rId1"/>',
  workbookPr = "",
  styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>',
}: WorkbookParts): Record<string, string> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  return {
    "[Content_Types].xml": `${HEAD}<Types/>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${workbookPr}<sheets>${sheets}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}">${relation("rId1", "worksheet", "worksheets/first.xml")}${relation("rId2", "worksheet", "/xl/worksheets/second.xml")}${relation("rId3", "styles", "styles.xml")}${relation("rId4", "sharedStrings", "sharedStrings.xml")}</Relationships>`,
    "xl/styles.xml": `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm"/></numFmts>${styles}</styleSheet>`,
    "xl/sharedStrings.xml": `${HEAD}<sst xmlns="${MAIN}">${strings.map((text) => `<si>${text}</si>`).join("")}</sst>`,
    "xl/worksheets/first.xml": `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    "xl/worksheets/second.xml": `${HEAD}<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c t="str"><v>ICCID</v></c></row></sheetData></worksheet>`,
  };
}

export function workbook(parts: WorkbookParts): Buffer {
  return zipOf(workbookParts(parts));
}

/** `<row>` of inline texts; `undefined` leaves a cell out. */
export function textRow(row: number, ...cells: (string | undefined)[]): string {
  const xml = cells.map((cell, index) =>
    cell === undefined
      ? ""
      : `<c r="${String.fromCharCode(65 + index)}${row}" t="inlineStr"><is><t>${cell}</t></is></c>`,
  );
  return `<row r="${row}">${xml.join("")}</row>`;
}

interface ZipOptions {
  /** What the directory says that each part inflates to, instead of the truth. */
  readonly claimedBytes?: number;
  readonly flags?: number;
}

export function zipOf(
  parts: Readonly<Record<string, string | Buffer>>,
  { claimedBytes, flags = 0 }: ZipOptions = {},
): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(data), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claimedBytes ?? data.length, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(offset, 42);
    bodies.push(header, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}
