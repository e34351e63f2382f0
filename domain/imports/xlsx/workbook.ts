import { posix } from "node:path";
import { Invalid } from "#core/errors.ts";
import { broken } from "./broken.ts";
import { dateFormats } from "./date-formats.ts";
import { SharedStrings } from "./shared-strings.ts";
import { attribute, XmlScanner } from "./xml-scanner.ts";
import type { ZipArchive } from "./zip-archive.ts";

const PART_MAX_BYTES = 16 * 1024 ** 2;

export interface Workbook {
  /** The name in the archive of the first sheet that a person sees. */
  readonly sheetPart: string;
  readonly sheetName: string;
  /** Sheets that are not read. */
  readonly otherSheets: readonly string[];
  /** By the number of a cell's format: whether it is a date. */
  readonly isDate: readonly boolean[];
  /** Days count from 1904, as old Macs did. */
  readonly is1904: boolean;
  readonly strings: SharedStrings | null;
}

/** @throws Invalid for another kind of ZIP file, a broken workbook, and one without a sheet of cells. */
export async function readWorkbook(archive: ZipArchive): Promise<Workbook> {
  const path = await workbookPath(archive);
  const relations = await relationsOf(archive, path);
  const { sheets, is1904 } = sheetsIn(await archive.text(path, PART_MAX_BYTES));
  const withCells = sheets.flatMap((sheet) => {
    const relation = relations.find(({ id }) => id === sheet.relationId);
    return relation?.type === "worksheet" ? [{ ...sheet, part: relation.target }] : [];
  });
  const chosen = withCells.find((sheet) => !sheet.isHidden) ?? withCells[0];
  if (!chosen) throw new Invalid("The Excel file has no sheet with cells.");
  const partOf = (type: string) => {
    const part = relations.find((relation) => relation.type === type)?.target;
    return part !== undefined && archive.has(part) ? part : null;
  };
  const styles = partOf("styles");
  const strings = partOf("sharedStrings");
  return {
    sheetPart: chosen.part,
    sheetName: chosen.name,
    otherSheets: withCells.filter((sheet) => sheet !== chosen).map((sheet) => sheet.name),
    isDate: styles ? dateFormats(await archive.text(styles, PART_MAX_BYTES)) : [],
    is1904,
    strings: strings ? await SharedStrings.read(archive, strings) : null,
  };
}

async function workbookPath(archive: ZipArchive): Promise<string> {
  if (!archive.has("_rels/.rels")) throw notAWorkbook();
  const relations = await relationsOf(archive, "");
  const path = relations.find(({ type }) => type === "officeDocument")?.target;
  if (path?.endsWith(".bin")) {
    throw new Invalid(
      "This is a binary Excel file (.xlsb). Save it as .xlsx or CSV and load that.",
    );
  }
  if (path === undefined || !/workbook[^/]*\.xml$/i.test(path)) throw notAWorkbook();
  return path;
}

function notAWorkbook(): Invalid {
  return new Invalid(
    "This is a ZIP file and no Excel workbook. Unpack it, and load the files in it.",
  );
}

interface Relation {
  readonly id: string;
  /** The last word of the type's address. */
  readonly type: string;
  readonly target: string;
}

const idOf = attribute("Id");
const typeOf = attribute("Type");
const targetOf = attribute("Target");

async function relationsOf(archive: ZipArchive, path: string): Promise<Relation[]> {
  const folder = path === "" ? "" : posix.dirname(path);
  const part = posix.join(folder, "_rels", `${posix.basename(path)}.rels`);
  if (!archive.has(part)) return [];
  const relations: Relation[] = [];
  scan(await archive.text(part, PART_MAX_BYTES), (name, attributes) => {
    if (name !== "Relationship") return;
    const target = targetOf(attributes) ?? "";
    relations.push({
      id: idOf(attributes) ?? "",
      type: typeOf(attributes)?.split("/").at(-1) ?? "",
      target: target.startsWith("/") ? target.slice(1) : posix.join(folder, target),
    });
  });
  return relations;
}

interface SheetEntry {
  readonly name: string;
  readonly relationId: string;
  readonly isHidden: boolean;
}

const nameOf = attribute("name");
const stateOf = attribute("state");
const relationIdOf = attribute("id");
const date1904Of = attribute("date1904");

function sheetsIn(workbook: string): { sheets: SheetEntry[]; is1904: boolean } {
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  scan(workbook, (name, attributes) => {
    if (name === "workbookPr") is1904 = /^(1|true)$/.test(date1904Of(attributes) ?? "");
    if (name !== "sheet") return;
    const relationId = relationIdOf(attributes);
    if (relationId === undefined) throw broken();
    const isHidden = /hidden/i.test(stateOf(attributes) ?? "");
    sheets.push({ name: nameOf(attributes) ?? "", relationId, isHidden });
  });
  return { sheets, is1904 };
}

function scan(text: string, open: (name: string, attributes: string) => void): void {
  new XmlScanner({ open, close() {}, text() {} }).push(text);
}
