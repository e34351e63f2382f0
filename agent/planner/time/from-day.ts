import { numberAt } from "../text/numbers.ts";
import { addDays } from "./calendar.ts";
import { days, type TimeMatch } from "./days.ts";
import { pointAt } from "./points.ts";
import type { TimeContext } from "./span.ts";

const LENGTHS: Readonly<Record<string, number>> = { day: 1, days: 1, week: 7, weeks: 7 };
const WHOLE = new Set(["calendar", "full", "whole", "complete"]);
const LEADS = new Set(["from", "starting", "beginning", "following"]);

/** "The seven days from tomorrow", "5 days starting on Monday": so many days, the first one named. */
export function daysFromAt(
  words: readonly string[],
  at: number,
  time: TimeContext,
): TimeMatch | null {
  let next = at + (words[at] === "the" ? 1 : 0);
  if (words[next] === "next") next++;
  const count = numberAt(words, next);
  if (!count || !Number.isInteger(count.value) || count.value < 1 || count.value > 366) return null;
  next += count.length;
  if (WHOLE.has(words[next] ?? "")) next++;
  const length = LENGTHS[words[next] ?? ""];
  if (!length) return null;
  next++;
  if (!LEADS.has(words[next] ?? "")) return null;
  const isAfter = words[next] === "following";
  next++;
  if (words[next] === "on" || words[next] === "from" || words[next] === "with") next++;
  const point = pointAt(words, next, time);
  if (!point?.fromDay || point.unit !== "day" || point.instant) return null;
  const first = point.ahead?.from ?? point.fromDay;
  const from = isAfter ? addDays(first, 1) : first;
  const label = words.slice(at, next + point.length).join(" ");
  return days(from, addDays(from, count.value * length), "span", label, next - at + point.length);
}
