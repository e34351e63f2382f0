import { dayOfMonth, isoDate, namedDay, nthAlone, numericDate, weekday } from "./dates.ts";
import type { DaysMatch, Rule } from "./days.ts";
import { half, isoMonth, monthName, quarter, weekNumber, year } from "./named-periods.ts";
import { nthWeekday } from "./nth-weekday.ts";
import { onceEach } from "./once-each.ts";
import { partOfPeriod, weekOf } from "./period-parts.ts";
import { relativePeriod, toDate } from "./relative-periods.ts";
import type { TimeContext } from "./span.ts";

const RULES: readonly Rule[] = [
  namedDay,
  isoDate,
  numericDate,
  isoMonth,
  dayOfMonth,
  nthAlone,
  monthName,
  quarter,
  relativePeriod,
  toDate,
  nthWeekday,
  weekday,
  weekNumber,
  half,
  year,
];

/** A period of whole days that begins at `words[at]`: a day, a date, a week, a month, a quarter, a year. */
export const periodAt = onceEach(longestPeriod);

function longestPeriod(words: readonly string[], at: number, time: TimeContext): DaysMatch | null {
  let best: DaysMatch | null =
    partOfPeriod(words, at, time, periodAt) ?? weekOf(words, at, time, periodAt);
  for (const rule of RULES) {
    const match = rule(words, at, time);
    if (match && match.length > (best?.length ?? 0)) best = match;
  }
  return best;
}
