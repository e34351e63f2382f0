import { serialToDate } from "hucre";
import { broken } from "./broken.ts";
import { TextOfRuns, withoutEscapes } from "./text-of-runs.ts";
import type { Workbook } from "./workbook.ts";
import { attribute, XmlScanner } from "./xml-scanner.ts";
import type { ZipArchive } from "./zip-archive.ts";

export interface SheetRow {
  /** As the sheet counts, from 1. */
  readonly row: number;
  /** Up to the last cell that is filled. */
  readonly cells: readonly string[];
}

const rowOf = attribute("r");
const typeOf = attribute("t");
const formatOf = attribute("s");

/** The filled rows of a sheet as texts; no more of them in memory than a piece of the file holds. */
export async function* sheetRows(
  archive: ZipArchive,
  workbook: Workbook,
  columnsMax: number,
): AsyncGenerator<readonly SheetRow[]> {
  const reader = new SheetReader(workbook, columnsMax);
  const scanner = new XmlScanner(reader);
  const decoder = new TextDecoder();
  for await (const chunk of archive.stream(workbook.sheetPart)) {
    scanner.push(decoder.decode(chunk, { stream: true }));
    const rows = reader.take();
    if (rows.length > 0) yield rows;
  }
}

class SheetReader {
  readonly #workbook: Workbook;
  readonly #columnsMax: number;
  readonly #runs = new TextOfRuns();
  #rows: SheetRow[] = [];
  #row = 0;
  #cells: string[] = [];
  #column = -1;
  #type = "";
  #format = 0;
  #value = "";
  #isInValue = false;
  #isInCell = false;

  constructor(workbook: Workbook, columnsMax: number) {
    this.#workbook = workbook;
    this.#columnsMax = columnsMax;
  }

  take(): readonly SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: string): void {
    if (name === "c") {
      this.#isInCell = true;
      this.#column = columnOf(rowOf(attributes)) ?? this.#column + 1;
      this.#type = typeOf(attributes) ?? "n";
      this.#format = Number(formatOf(attributes) ?? -1);
      this.#value = "";
      this.#runs.start();
    } else if (name === "v") this.#isInValue = this.#isInCell;
    else if (name === "row") {
      const row = Number(rowOf(attributes) ?? this.#row + 1);
      if (!Number.isSafeInteger(row) || row <= this.#row) throw broken();
      this.#row = row;
      this.#cells = [];
      this.#column = -1;
    } else if (this.#isInCell) this.#runs.open(name);
  }

  text(text: string): void {
    if (this.#isInValue) this.#value += text;
    else if (this.#isInCell) this.#runs.text(text);
  }

  close(name: string): void {
    if (name === "v") this.#isInValue = false;
    else if (name === "c") {
      this.#isInCell = false;
      const text = this.#column < this.#columnsMax ? this.#cell() : "";
      if (text === "") return;
      while (this.#cells.length < this.#column) this.#cells.push("");
      this.#cells[this.#column] = text;
    } else if (name === "row") {
      if (this.#cells.length > 0) this.#rows.push({ row: this.#row, cells: this.#cells });
    } else if (this.#isInCell) this.#runs.close(name);
  }

  #cell(): string {
    const { strings, isDate, is1904 } = this.#workbook;
    switch (this.#type) {
      case "s":
        if (this.#value === "") return "";
        if (!strings) throw broken();
        return strings.at(Number(this.#value));
      case "inlineStr":
        return this.#runs.take();
      case "b":
        return this.#value === "" ? "" : String(this.#value === "1" || this.#value === "true");
      case "n":
        return isDate[this.#format] ? dateText(this.#value, is1904) : numberText(this.#value);
      default: // str, e: what a formula gave; d: a date in ISO 8601
        return withoutEscapes(this.#value);
    }
  }
}

/** `AB12` → 27. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^\$?([A-Z]{1,3})/i.exec(reference ?? "")?.[1];
  if (!letters) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A spreadsheet keeps 15 digits of a number; a longer identifier has lost its last ones. */
const EXACT_BELOW = 1e15;

function numberText(value: string): string {
  const number = Number(value);
  if (value === "" || !Number.isFinite(number)) return value;
  const isCut = Number.isInteger(number) && Math.abs(number) >= EXACT_BELOW;
  return isCut ? number.toExponential() : String(number);
}

function dateText(value: string, is1904: boolean): string {
  if (value === "") return "";
  const date = serialToDate(Number(value), is1904);
  return Number.isNaN(date.getTime()) ? value : date.toISOString();
}
