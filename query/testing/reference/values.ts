export type Value = string | number | boolean | null | readonly string[];

export const DAY_MS = 86_400_000;
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

export function compare(a: Value, op: string, b: Value): boolean {
  if (op === "ne") return a !== b;
  if (a === null || b === null) return false;
  if (op === "eq") return a === b;
  const [left, right] =
    typeof a === "string" && typeof b === "string"
      ? [Date.parse(a), Date.parse(b)]
      : [Number(a), Number(b)];
  if (op === "gt") return left > right;
  if (op === "gte") return left >= right;
  return op === "lt" ? left < right : left <= right;
}

export function times(value: Value, factor: number): Value {
  return value === null ? null : Number(value) * factor;
}

export function instant(value: Value): number | null {
  return typeof value === "string" ? Date.parse(value) : null;
}

export function bucket(value: Value, grain: string): Value {
  if (typeof value !== "string") return null;
  const at = new Date(value);
  const day = at.toISOString().slice(0, 10);
  if (grain === "weekday") return WEEKDAYS[at.getUTCDay()] ?? null;
  if (grain === "month") return `${day.slice(0, 7)}-01`;
  if (grain !== "week") return day;
  const monday = at.getTime() - ((at.getUTCDay() + 6) % 7) * DAY_MS;
  return new Date(monday).toISOString().slice(0, 10);
}
