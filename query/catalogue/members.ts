import type { MemberDefinition, MemberType } from "./types.ts";

type Options = Omit<MemberDefinition, "type" | "label" | "description">;

/** `member("text", "Customer", "whom the device belongs to")`. */
export function member(
  type: MemberType,
  label: string,
  description = "",
  options: Options = {},
): MemberDefinition {
  return { type, label, ...(description && { description }), ...options };
}

/** Values in the given order. */
export function oneOf(
  label: string,
  values: readonly string[],
  description = "",
  options: Options = {},
): MemberDefinition {
  return member("enum", label, description, { values, ...options });
}

/** Values from least to most: sorting follows them. */
export function rising(
  label: string,
  values: readonly string[],
  description = "",
  options: Options = {},
): MemberDefinition {
  return oneOf(label, values, description, { ordered: true, ...options });
}

export const ICCID = member("iccid", "ICCID", "19 digits", { required: true });

/** Elapsed time between two timestamps of the row; null while one is missing. */
export function elapsed(unit: "minute" | "hour" | "day", from: string, to: string) {
  return (row: string) => `${extractUnit(unit, `${row}.${to} - ${row}.${from}`)}`;
}

/** Time from a timestamp of the row until now. */
export function age(unit: "minute" | "hour" | "day", from: string) {
  return (row: string, now: () => string) => `${extractUnit(unit, `${now()} - ${row}.${from}`)}`;
}

/** The UTC day of a timestamp of the row. */
export function dayOf(column: string) {
  return (row: string) => `((${row}.${column} at time zone 'UTC')::date)`;
}

const SECONDS = { minute: 60, hour: 3600, day: 86_400 } as const;

function extractUnit(unit: keyof typeof SECONDS, interval: string): string {
  return `(extract(epoch from ${interval}) / ${SECONDS[unit]})`;
}
