import type { Period } from "#query/edit.ts";

const DAY_MS = 86_400_000;

/** Periods that people change to, as half-open UTC days around the fleet's now. */
export function usualPeriods(now: Date): Period[] {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const monday = today - ((now.getUTCDay() + 6) % 7) * DAY_MS;
  const month = (offset: number) => Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1);
  const period = (label: string, from: number, to: number): Period => ({
    label,
    from: dayOf(from),
    to: dayOf(to),
  });
  return [
    period("yesterday", today - DAY_MS, today),
    period("last 7 days", today - 7 * DAY_MS, today),
    period("last week", monday - 7 * DAY_MS, monday),
    period("this month", month(0), today + DAY_MS),
    period("last month", month(-1), month(0)),
    period("last 90 days", today - 90 * DAY_MS, today),
  ];
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
