import { numberAt } from "../text/numbers.ts";
import { addDays, weekdayOf } from "./calendar.ts";
import { days, type Rule } from "./days.ts";
import { monthName } from "./named-periods.ts";
import { ordinalAt } from "./ordinals.ts";
import { relativePeriod } from "./relative-periods.ts";
import { spoken } from "./spoken.ts";
import { WEEKDAYS } from "./words.ts";

/** "The first Monday of October", "the last Friday in September", "the 2nd Tuesday of last month". */
export const nthWeekday: Rule = (words, at, time) => {
  const start = words[at] === "the" ? at + 1 : at;
  const which = placeAt(words, start);
  if (!which) return null;
  const weekday = WEEKDAYS[words[start + which.length] ?? ""];
  const joint = start + which.length + 1;
  if (!weekday || !["of", "in"].includes(words[joint] ?? "")) return null;
  const month = monthName(words, joint + 1, time) ?? relativePeriod(words, joint + 1, time);
  if (month?.span.unit !== "month") return null;
  const { from, to } = month.span;
  const first = addDays(from, (weekday - weekdayOf(from) + 7) % 7);
  const last = addDays(to, -1 - ((weekdayOf(addDays(to, -1)) - weekday + 7) % 7));
  const found = which.value === "last" ? last : addDays(first, 7 * (which.value - 1));
  if (found >= to) return null;
  return days(found, addDays(found, 1), "day", spoken(found), joint + 1 + month.length - at);
};

function placeAt(
  words: readonly string[],
  at: number,
): { value: number | "last"; length: number } | null {
  if (words[at] === "last") return { value: "last", length: 1 };
  const spelt = ordinalAt(words, at);
  if (spelt) return spelt;
  const number = numberAt(words, at);
  const isOrdinal = number && /^(?:st|nd|rd|th)$/.test(words[at + number.length] ?? "");
  return isOrdinal ? { value: number.value, length: number.length + 1 } : null;
}
