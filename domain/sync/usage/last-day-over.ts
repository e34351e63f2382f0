import { toDay } from "#core/day.ts";

const DAY_MS = 86_400_000;
/** A provider closes its books on a day a little after it is over. */
const DAY_ENDS_LATE_MS = 2 * 3_600_000;

/** The last day of which a provider's figure grows no more. */
export function lastDayOver(now: Date): string {
  return toDay(new Date(now.getTime() - DAY_MS - DAY_ENDS_LATE_MS));
}
