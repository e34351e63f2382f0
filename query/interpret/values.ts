import { BYTES_OF_UNIT } from "#core/bytes.ts";
import type { MemberDefinition } from "../catalogue/types.ts";
import type { ValueType } from "../measure-type.ts";
import type { Comparator } from "../query.ts";
import { momentText } from "./period.ts";

/** A value in the words of its type: `1 GB`, `80 %`, `7 days`. */
export function valueText(
  { type, unit }: Pick<MemberDefinition, "type" | "unit">,
  value: string | number | boolean,
  zone: string,
): string {
  if (type === "timestamp" || type === "day") return momentText(String(value), zone);
  if (typeof value === "number") return amountText({ kind: kindOf(type), unit }, value);
  return type === "text" && /[\s,"]|^$/.test(String(value)) ? `"${value}"` : String(value);
}

function kindOf(type: MemberDefinition["type"]): ValueType["kind"] {
  return type === "enum" || type === "inet" ? "text" : type;
}

export function amountText({ kind, unit }: ValueType, value: number): string {
  switch (kind) {
    case "bytes":
      return bytesText(value);
    case "percent":
      return `${number(value)} %`;
    case "duration":
      return `${number(value)} ${unit ?? "unit"}${value === 1 ? "" : "s"}`;
    default:
      return number(value);
  }
}

/** To two decimals, so that a limit reads as it was said. */
function bytesText(bytes: number): string {
  const unit = (["TB", "GB", "MB", "kB"] as const).find(
    (name) => Math.abs(bytes) >= BYTES_OF_UNIT[name.toLowerCase() as keyof typeof BYTES_OF_UNIT],
  );
  if (!unit) return `${number(bytes)} bytes`;
  const step = BYTES_OF_UNIT[unit.toLowerCase() as keyof typeof BYTES_OF_UNIT];
  return `${new Intl.NumberFormat("en", { maximumFractionDigits: 2 }).format(bytes / step)} ${unit}`;
}

function number(value: number): string {
  return new Intl.NumberFormat("en", { maximumFractionDigits: 6 }).format(value);
}

const AMOUNTS: Readonly<Record<Comparator, string>> = {
  eq: "is",
  ne: "is not",
  gt: "is over",
  gte: "is at least",
  lt: "is under",
  lte: "is at most",
};

const TIMES: Readonly<Record<Comparator, string>> = {
  eq: "is",
  ne: "is not",
  gt: "is after",
  gte: "is not before",
  lt: "is before",
  lte: "is not after",
};

export function comparatorText(op: Comparator, isTime: boolean): string {
  return isTime ? TIMES[op] : AMOUNTS[op];
}
