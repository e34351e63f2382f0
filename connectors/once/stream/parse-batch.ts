/** A number that a double would round, as the value of a key: ids and ICCIDs have so many digits. */
const LONG_NUMBER = /("\w+"\s*:\s*)(\d{16,})(?=\s*[,}\]])/g;

/**
 * The records of a delivery, with long numbers as text, digit by digit. Null when it is no JSON array.
 * A quote inside a JSON string has a backslash before it, so nothing inside one looks like a key. No reviver,
 * as `parseJson` has: it descends on the stack, and one record of great depth would refuse them all.
 */
export function parseBatch(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text.replace(LONG_NUMBER, '$1"$2"'));
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
