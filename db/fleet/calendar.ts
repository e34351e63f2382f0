/** Days are whole numbers since 1970-01-01, UTC. */
export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export function dayOf(ms: number): number {
  return Math.floor(ms / DAY_MS);
}

export function startOfDay(day: number): number {
  return day * DAY_MS;
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** `YYYY-MM-DD`. */
export function isoDay(day: number): string {
  return new Date(startOfDay(day)).toISOString().slice(0, 10);
}

/** The latest day at or before `day` whose day of the month is `dayOfMonth` (1–28). */
export function latestDayOfMonth(day: number, dayOfMonth: number): number {
  const date = new Date(startOfDay(day));
  const month = date.getUTCMonth() - (date.getUTCDate() < dayOfMonth ? 1 : 0);
  return dayOf(Date.UTC(date.getUTCFullYear(), month, dayOfMonth));
}

/** Move a day by whole calendar months; its day of the month must be 1–28. */
export function addMonths(day: number, months: number): number {
  const date = new Date(startOfDay(day));
  return dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, date.getUTCDate()));
}
