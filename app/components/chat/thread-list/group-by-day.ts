import { readersLocale, shownZone } from "#app/lib/reader.ts";
import type { ThreadSummary } from "../use-threads.ts";

export interface DayGroup {
  readonly label: string;
  readonly threads: readonly ThreadSummary[];
}

const DAY_MS = 24 * 3600 * 1000;

/** Newest first, under the day in the reader's zone; days older than a week by month. */
export function groupByDay(
  threads: readonly ThreadSummary[],
  now: Date,
  locale = readersLocale(),
): DayGroup[] {
  const newestFirst = threads.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  const groups = Map.groupBy(newestFirst, (thread) =>
    labelOf(new Date(thread.updatedAt), now, locale),
  );
  return [...groups].map(([label, grouped]) => ({ label, threads: grouped }));
}

function labelOf(date: Date, now: Date, locale: string | undefined): string {
  const timeZone = shownZone();
  const days = (startOfDay(now) - startOfDay(date)) / DAY_MS;
  if (days <= 0) return "Today";
  if (days === 1) return "Yesterday";
  if (days < 7) return date.toLocaleDateString("en-GB", { weekday: "long", timeZone });
  return date.toLocaleDateString(locale, { month: "long", year: "numeric", timeZone });
}

/** Of the reader's calendar day, as if it were UTC's. */
function startOfDay(date: Date): number {
  return Date.parse(date.toLocaleDateString("en-CA", { timeZone: shownZone() }));
}
