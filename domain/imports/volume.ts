import { BYTES_OF_UNIT } from "#core/bytes.ts";
import { type Checked, fail, ok } from "./checked.ts";

/** 1 PB: far above what a SIM can carry, far below what a bigint holds. */
const BYTES_MAX = 1024 ** 5;

const UNITS: ReadonlyMap<string, number> = new Map(
  (["b", "kb", "mb", "gb", "tb"] as const).flatMap((unit) => {
    const size = BYTES_OF_UNIT[unit];
    const words = {
      b: ["b", "byte", "bytes", "octet", "octets"],
      kb: ["kb", "kib", "kbyte", "kbytes", "kilobyte", "kilobytes"],
      mb: ["mb", "mib", "mbyte", "mbytes", "megabyte", "megabytes"],
      gb: ["gb", "gib", "gbyte", "gbytes", "gigabyte", "gigabytes"],
      tb: ["tb", "tib", "tbyte", "tbytes", "terabyte", "terabytes"],
    }[unit];
    return words.map((word) => [word, size] as const);
  }),
);

export function isUnit(text: string): boolean {
  return UNITS.has(text.toLowerCase());
}

/** What a comma in a number means, where one number alone leaves it open. */
export type CommaStyle = "decimal" | "thousands" | null;

const GROUPED = /^[+-]?\d{1,3}(?:(,\d{3})+\.\d+|(,\d{3}){2,})$/;
const GROUPED_BY_POINT = /^[+-]?\d{1,3}(?:(\.\d{3})+,\d+|(\.\d{3}){2,})$/;
const OPEN = /^[+-]?[1-9]\d{0,2},\d{3}$/;
const COMMA_DECIMAL = /^[+-]?\d+,\d+$/;
const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const NUMBER_AND_UNIT = /^([+-]?[\d.,'\s]*\d(?:e[+-]?\d+)?)\s*([a-z]*)$/i;

/**
 * `"1.5 MB"`, `"1,5 MB"`, `"1,048,576"` → bytes, a whole number; in the column's unit, or in bytes,
 * where the cell names none.
 */
export function checkVolume(
  text: string,
  columnUnit: string | null,
  comma: CommaStyle,
): Checked<number> {
  const match = NUMBER_AND_UNIT.exec(text);
  const amount = match?.[1] ? parseAmount(match[1], comma) : null;
  if (amount === null) return fail("is not a volume; write a number with its unit, such as 1.5 MB");
  if (amount === "open") return fail("can be a fraction or a thousand; write it without the comma");
  if (amount < 0) return fail("is negative; a volume cannot be");
  const unit = match?.[2] || columnUnit || "b";
  const size = UNITS.get(unit.toLowerCase());
  if (size === undefined) return fail(`has the unknown unit "${unit}"; use B, KB, MB, GB or TB`);
  if (size === 1 && !Number.isInteger(amount)) {
    return fail(
      "has a fraction but no unit; name one in the cell or in the header, such as Volume (MB)",
    );
  }
  const bytes = Math.round(amount * size);
  return bytes <= BYTES_MAX ? ok(bytes) : fail("is more than one record of a SIM can hold");
}

/** What the commas of a column mean, by the cells that leave no doubt. */
export function commaStyleOf(cells: readonly string[]): CommaStyle {
  const numbers = cells.map((cell) => compact(NUMBER_AND_UNIT.exec(cell)?.[1] ?? ""));
  const thousands = numbers.some((number) => GROUPED.test(number));
  const decimal = numbers.some((number) => COMMA_DECIMAL.test(number) && !OPEN.test(number));
  return thousands === decimal ? null : decimal ? "decimal" : "thousands";
}

/** Whether some cell has a fraction and no unit, which no number of bytes has. */
export function hasBareFraction(cells: readonly string[]): boolean {
  return cells.some((cell) => {
    const amount = parseAmount(cell, "decimal");
    return typeof amount === "number" && !Number.isInteger(amount);
  });
}

function parseAmount(text: string, comma: CommaStyle): number | "open" | null {
  const number = compact(text);
  if (GROUPED.test(number)) return Number(number.replaceAll(",", ""));
  if (GROUPED_BY_POINT.test(number)) return Number(number.replaceAll(".", "").replace(",", "."));
  if (OPEN.test(number)) {
    return comma === null ? "open" : Number(number.replace(",", comma === "decimal" ? "." : ""));
  }
  if (COMMA_DECIMAL.test(number)) return Number(number.replace(",", "."));
  return PLAIN.test(number) ? Number(number) : null;
}

/** `1 048 576` and `1'048'576` without their separators. */
function compact(text: string): string {
  return /^[+-]?\d{1,3}([\s']\d{3})+$/.test(text.trim()) ? text.replace(/[\s']/g, "") : text.trim();
}
