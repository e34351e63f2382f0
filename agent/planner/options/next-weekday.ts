import { addDays, weekdayOf } from "../time/calendar.ts";
import { spoken } from "../time/spoken.ts";
import { WEEKDAYS } from "../time/words.ts";

const NEXT = /\b(?:the )?next (monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/i;

/** "By next Friday": of this week, or of the one after? The question with each of the two days; null without such a day. */
export function nextWeekday(
  question: string,
  unknown: readonly string[],
  today: string,
): { readonly ask: string; readonly options: readonly string[] } | null {
  const found = NEXT.exec(question);
  const weekday = WEEKDAYS[found?.[1]?.toLowerCase() ?? ""];
  if (!found || !weekday || unknown.some((word) => word.toLowerCase() !== "next")) return null;
  const coming = addDays(today, (weekday - weekdayOf(today) + 7) % 7 || 7);
  const days = [coming, addDays(coming, 7)].map(spoken);
  return {
    ask: `Is “${found[0]}” ${days.join(" or ")}?`,
    options: days.map((day) => question.replace(found[0], day)),
  };
}
