const MS_PER_DAY = 86_400_000;

/** The UTC day of an instant, as `YYYY-MM-DD`. */
export function toDay(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** `addDays("2026-02-28", 1)` → `"2026-03-01"`. */
export function addDays(day: string, days: number): string {
  return toDay(new Date(Date.parse(day) + days * MS_PER_DAY));
}
