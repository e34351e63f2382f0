import { Invalid } from "#core/errors.ts";

/** A workbook that is not as the format wants it: cut off, damaged, or made by hand. */
export function broken(cause?: unknown): Invalid {
  return new Invalid(
    "The Excel file is broken and cannot be read. Open it in your spreadsheet program, save it again as .xlsx, and load that.",
    { cause },
  );
}
