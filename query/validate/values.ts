import type { MemberDefinition, MemberType } from "../catalogue/types.ts";
import { normalIccid } from "../iccid.ts";
import { type Checks, report } from "./context.ts";
import { didYouMean } from "./suggest.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const INET = /^[0-9a-fA-F:.]{2,45}(\/\d{1,3})?$/;

const NUMERIC: readonly MemberType[] = ["number", "bytes", "money", "percent", "duration"];

export function isNumeric(type: MemberType): boolean {
  return NUMERIC.includes(type);
}

export function isTime(type: MemberType): boolean {
  return type === "timestamp" || type === "day";
}

/** A value that a member can be compared with. */
export function checkValue(
  checks: Checks,
  path: string,
  name: string,
  definition: MemberDefinition,
  value: string | number | boolean,
): void {
  const problem = problemWith(definition, value);
  if (problem) report(checks, path, `${name} ${problem}`);
}

function problemWith(
  definition: MemberDefinition,
  value: string | number | boolean,
): string | null {
  const { type, values = [] } = definition;
  const text = String(value);
  if (isNumeric(type)) {
    const isNumber = typeof value === "number" && Number.isFinite(value);
    return isNumber ? null : `is a number (${unitOf(definition)}), not ${JSON.stringify(value)}.`;
  }
  if (type === "boolean") return typeof value === "boolean" ? null : "is true or false.";
  if (typeof value !== "string")
    return `is ${type === "text" ? "text" : `a ${type}`}, not ${text}.`;
  if (text.includes("\u0000")) return "cannot hold a NUL character.";
  switch (type) {
    case "enum":
      return values.includes(text)
        ? null
        : `is one of ${values.join(", ")}, not ${JSON.stringify(text)}.${didYouMean(text, values)}`;
    case "iccid":
      return normalIccid(text)
        ? null
        : `is an ICCID of 19 or 20 digits; for a part of one use contains or starts_with.`;
    case "day":
      return isRealDay(text) ? null : "is a day such as 2026-10-01, without a time.";
    case "timestamp":
      return isRealDay(text) || isRealInstant(text)
        ? null
        : "is an instant such as 2026-10-01T00:00:00Z, or a day such as 2026-10-01.";
    case "inet":
      return INET.test(text) ? null : "is an IP address.";
    default:
      return null;
  }
}

export function unitOf({ type, unit }: MemberDefinition): string {
  if (type === "bytes") return "bytes";
  if (type === "percent") return "percent, 0 to 100";
  return unit ? `${unit}s` : type;
}

function isRealDay(text: string): boolean {
  return DAY.test(text) && isRealInstant(`${text}T00:00:00Z`);
}

function isRealInstant(text: string): boolean {
  const at = INSTANT.test(text) ? new Date(text) : null;
  if (!at || Number.isNaN(at.getTime())) return false;
  const [year, month, day] = text.slice(0, 10).split("-").map(Number);
  const lastDay = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate();
  return (year ?? 0) >= 1900 && (year ?? 0) <= 2200 && (day ?? 0) <= lastDay;
}
