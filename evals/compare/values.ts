const TOLERANCE = 1e-6;
/** What a figure may lose by being shown with few digits; a gold that is rounded may have lost more. */
const MAX_LOSS = 0.005;
const MAX_LOSS_OF_GOLD = 0.05;
const MAX_LOSS_WHOLE = 0.0005;
const HUNDREDTHS = 0.005;
const SLACK = 1e-9;

/** Whether two values say the same, as the README of the questions has it. */
export function same(gold: unknown, answer: unknown): boolean {
  const [a, b] = [asNumber(gold), asNumber(answer)];
  if (a !== null && b !== null) return sameNumber(a, b);
  return textOf(gold) === textOf(answer);
}

/** Sorts numbers before texts; equal values stand together. */
export function byValue(a: unknown, b: unknown): number {
  const [x, y] = [asNumber(a), asNumber(b)];
  if (x !== null && y !== null) return x - y;
  if (x !== null) return -1;
  if (y !== null) return 1;
  const [left, right] = [textOf(a), textOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whole numbers are counts, bytes or ids: one more is another. */
function sameNumber(gold: number, answer: number): boolean {
  if (gold === answer) return true;
  if (Number.isInteger(gold) && Number.isInteger(answer)) return false;
  if (Math.abs(gold - answer) <= TOLERANCE * Math.max(Math.abs(gold), Math.abs(answer)))
    return true;
  return isRounding(gold, answer, MAX_LOSS_OF_GOLD) || isRounding(answer, gold, MAX_LOSS);
}

/** Whether `shown` is `exact` with fewer decimals, and still the same figure to a reader. */
function isRounding(shown: number, exact: number, maxLoss: number): boolean {
  const gap = Math.abs(shown - exact);
  const size = Math.abs(exact);
  if (gap > maxLoss * size) return false;
  const places = decimalsOf(shown);
  if (places > 0) return gap <= 0.5 * 10 ** -places + SLACK * size;
  return gap <= HUNDREDTHS || (gap <= 0.5 && gap <= MAX_LOSS_WHOLE * size);
}

function decimalsOf(value: number): number {
  const [, decimals = "", exponent = "0"] = /\.?(\d*)(?:e([+-]\d+))?$/.exec(
    String(value).replace(/^-?\d+/, ""),
  ) ?? ["", ""];
  return Math.max(0, decimals.length - Number(exponent));
}

/** Text that is written as a number is one, but `0012` and the 19 digits of an ICCID are not. */
export function asNumber(value: unknown): number | null {
  if (typeof value === "number") return value;
  if (typeof value === "bigint") return asNumber(String(value));
  if (typeof value !== "string" || !/^-?(0|[1-9]\d*)(\.\d+)?$/.test(value)) return null;
  const number = Number(value);
  return value.includes(".") || Number.isSafeInteger(number) ? number : null;
}

/** A value as text: an instant in one form, a month as its first day, yes and no as one; nothing is "". */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length === 0 ? "" : JSON.stringify(value.toSorted());
  if (typeof value === "object") return JSON.stringify(value);
  const text = String(value);
  if (/^(true|yes)$/i.test(text)) return "yes";
  if (/^(false|no)$/i.test(text)) return "no";
  if (/^\d{1,3}(\.\d{1,3}){3}\/32$/.test(text)) return text.slice(0, -3);
  return instantOf(text) ?? text;
}

function instantOf(text: string): string | null {
  const month = /^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text;
  if (/^\d{4}-\d{2}-\d{2}$/.test(month)) return validInstant(`${month}T00:00:00Z`);
  const parts = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(.*)$/.exec(text);
  if (!parts) return null;
  const [, day, time, zone = ""] = parts;
  const offset = /^[+-]\d{2}$/.test(zone) ? `${zone}:00` : zone || "Z";
  return validInstant(`${day}T${time}${offset}`);
}

function validInstant(text: string): string | null {
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
