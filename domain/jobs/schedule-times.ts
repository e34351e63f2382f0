import { CronExpressionParser } from "cron-parser";
import { Invalid } from "#core/errors.ts";

const FIELDS = 5;

/**
 * When a schedule is due next, after `now`.
 *
 * @param cron Minute, hour, day of the month, month, day of the week.
 * @param timeZone IANA name.
 * @throws Invalid
 */
export function nextTime(cron: string, timeZone: string, now: Date): Date {
  if (cron.trim().split(/\s+/).length !== FIELDS) throw notATime(cron);
  try {
    return CronExpressionParser.parse(cron, { currentDate: now, tz: timeZone }).next().toDate();
  } catch (error) {
    throw notATime(cron, error);
  }
}

function notATime(cron: string, cause?: unknown): Invalid {
  return new Invalid(
    `“${cron}” is no time. It has five fields, minute, hour, day of the month, month and day of the week, such as “15 3 * * *” for 03:15 every day.`,
    { cause },
  );
}
