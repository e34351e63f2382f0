const MS_PER_DAY = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Days since 1970-01-01 of a `YYYY-MM-DD`; NaN when it is no such day. */
export function dayNumber(day: string): number {
  if (!DAY.test(day)) return Number.NaN;
  const ms = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day)
    ? ms / MS_PER_DAY
    : Number.NaN;
}

export function dayOfNumber(number: number): string {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
}

export function dayAfter(day: string, days: number): string {
  return dayOfNumber(dayNumber(day) + days);
}

const NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `2026-03-09` → `9 Mar 2026`. */
export function spokenDay(day: string): string {
  const [year, month, date] = day.split("-");
  return `${Number(date)} ${NAMES[Number(month) - 1]} ${year}`;
}
