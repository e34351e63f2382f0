import { Invalid } from "#core/errors.ts";
import { normalIccid } from "#query/iccid.ts";

const MAX_ICCIDS = 10_000;

export interface ReadIccids {
  /** Each once, 19 digits. */
  readonly iccids: string[];
  /** Numbers of the lines that hold something but no ICCID; the first may be a heading. */
  readonly unreadLines: number[];
}

/**
 * The ICCIDs of a CSV or a plain text, whatever else stands in it; with or without the check digit, in
 * groups or not.
 *
 * @throws Invalid when there is none, too many, or a spreadsheet has rounded them.
 */
export function iccidsIn(text: string): ReadIccids {
  const lines = text.split(/\r\n|\n|\r/).map(cellsOf);
  const inLines = lines.map((cells) => cells.flatMap((cell) => normalIccid(cell) ?? []));
  const found = new Set(inLines.flat());
  if (found.size === 0 && lines.flat().some((cell) => /^8[.,]\d+e\+?1[89]$/i.test(cell))) {
    throw new Invalid(
      "A spreadsheet has rounded the ICCIDs of this file (8.99E+18). Give the column the format “text” and save it again.",
    );
  }
  if (found.size === 0) {
    throw new Invalid("No ICCID is in this file. It needs a column with 19 or 20 digits a line.");
  }
  if (found.size > MAX_ICCIDS) {
    throw new Invalid(
      `This file has ${found.size.toLocaleString("en")} ICCIDs; a list takes at most ${MAX_ICCIDS.toLocaleString("en")}. Split it.`,
    );
  }
  const unreadLines = lines.flatMap((cells, index) =>
    index > 0 && inLines[index]?.length === 0 && cells.some(Boolean) ? [index + 1] : [],
  );
  return { iccids: [...found], unreadLines };
}

function cellsOf(line: string): string[] {
  return line.split(/[,;\t]+/).map((cell) => cell.replace(/^[\s"'=]+|[\s"']+$/g, ""));
}
