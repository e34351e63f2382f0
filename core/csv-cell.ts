const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/;
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;
// A program that splits at `;` or a tab would see a cell of its own behind one.
const FORMULA_BEHIND_SEPARATOR = /([;\t\r\n])(?=\s*[=+\-@])/g;

/**
 * A cell as it may stand in a CSV that somebody opens in a spreadsheet: what would be taken for a
 * formula gets a leading apostrophe; plain numbers stay, and so do long digit strings such as ICCIDs.
 */
export function safeCell(value: unknown): string {
  const text = cellText(value);
  if (PLAIN_NUMBER.test(text)) return text;
  const inner = text.replace(FORMULA_BEHIND_SEPARATOR, "$1'");
  return FORMULA_START.test(inner) ? `'${inner}` : inner;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
