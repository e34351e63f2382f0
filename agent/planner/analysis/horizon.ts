import { numberAt } from "../text/numbers.ts";

const LEAST_DAYS = 7;
const MOST_DAYS = 90;
const DAYS_OF: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, quarter: 90 };

const NUMBER = "(?:\\d+|[a-z]+(?:-[a-z]+)?)";
const UNIT = "(?:day|week|month|quarter)s?";

/** "for the next 14 days", "next month", "in 2 weeks"; the text is the group `horizon`. */
export const HORIZON = `(?: (?:(?:for|over|in|during|of|within) )?(?<horizon>(?:the )?(?:(?:next|coming|following|upcoming) )?(?:${NUMBER} )?${UNIT}))?`;

/** The same, anywhere in a text: "next" or a number has to be said. */
export const AHEAD = new RegExp(
  `(?:(?:for|over|in|during|of|within) )?(?<horizon>(?:the )?(?:next|coming|following|upcoming) (?:${NUMBER} )?${UNIT}|(?<=(?:for|over|in|within) )(?:the )?(?:\\d+|a|one|two|three|four|five|six|eight|ten|twelve) ${UNIT})\\b`,
  "i",
);

const SAID = new RegExp(
  `^(?:the )?(?:(?:next|coming|following|upcoming) )?(?:(?<count>${NUMBER}) )?(?<unit>day|week|month|quarter)s?$`,
  "i",
);

/** How many days are asked for, within what a forecast covers; undefined where nothing was said. */
export function daysIn(horizon: string | undefined): number | undefined {
  const { count, unit = "" } = SAID.exec(horizon ?? "")?.groups ?? {};
  const each = DAYS_OF[unit.toLowerCase()];
  if (each === undefined) return undefined;
  const number = count === undefined ? 1 : numberIn(count);
  if (number === null) return undefined;
  return Math.min(MOST_DAYS, Math.max(LEAST_DAYS, Math.round(number * each)));
}

function numberIn(text: string): number | null {
  const words = text.toLowerCase().split("-");
  const found = numberAt(words, 0);
  return found && found.length === words.length ? found.value : null;
}
