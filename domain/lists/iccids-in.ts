import { Invalid } from "#core/errors.ts";
import { normalIccid } from "#query/iccid.ts";

const MAX_ICCIDS = 10_000;

/**
 * The ICCIDs of a CSV or a plain text, each once, whatever else stands in it; with or without the check
 * digit, in groups or not.
 *
 * @throws Invalid when there is none, too many, or a spreadsheet has rounded them.
 */
export function iccidsIn(text: string): string[] {
  const cells = text.split(/[\n\r,;\t]+/).map((cell) => cell.replace(/^[\s"'=]+|[\s"']+$/g, ""));
  const found = new Set(cells.flatMap((cell) => normalIccid(cell) ?? []));
  if (found.size === 0 && cells.some((cell) => /^8[.,]\d+e\+?1[89]$/i.test(cell))) {
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
  return [...found];
}
