import { table } from "../text/table.ts";
import { addDays, startOf, step } from "./calendar.ts";
import { days, type Rule } from "./days.ts";
import type { DayUnit } from "./span.ts";
import { UNITS } from "./words.ts";

export const LAST = new Set(["last", "previous", "prior"]);
export const NEXT = new Set(["next", "coming", "following", "upcoming"]);
const ADJECTIVES = new Set(["calendar", "full", "whole", "complete", "entire"]);

type CalendarUnit = Exclude<DayUnit, "span">;

function calendarUnit(word: string | undefined): CalendarUnit | null {
  const unit = UNITS[word ?? ""];
  const isPlural = (word ?? "").endsWith("s") && word !== "us";
  return !unit || unit === "minute" || unit === "hour" || isPlural ? null : unit;
}

export const relativePeriod: Rule = (words, at, { today }) => {
  const phrase = words.slice(at, at + 4).join(" ");
  const before = /^(?:the )?(week|month|quarter|year) before last\b/.exec(phrase);
  if (before) {
    const unit = before[1] as CalendarUnit;
    const from = step(startOf(unit, today), unit, -2);
    const length = before[0].split(" ").length;
    return days(from, step(from, unit, 1), unit, `the ${unit} before last`, length);
  }
  const bare = isThePeriod(words, at) ? calendarUnit(words[at + 1]) : null;
  if (bare) {
    const from = startOf(bare, today);
    return days(from, step(from, bare, 1), bare, `this ${bare}`, 2);
  }
  const skip = words[at] === "the" || words[at] === "our" ? 1 : 0;
  const which = words[at + skip] ?? "";
  let next = at + skip + 1;
  while (ADJECTIVES.has(words[next] ?? "")) next++;
  const unit = calendarUnit(words[next]);
  if (unit === null) return null;
  const start = startOf(unit, today);
  const length = next - at + 1;
  if (LAST.has(which)) return days(step(start, unit, -1), start, unit, `last ${unit}`, length);
  if (NEXT.has(which))
    return days(step(start, unit, 1), step(start, unit, 2), unit, `next ${unit}`, length);
  const isOngoing = ["this", "current", "running", "ongoing"].includes(which);
  return isOngoing ? days(start, step(start, unit, 1), unit, `this ${unit}`, length) : null;
};

const PARTS =
  /^(?:days?|dates?|weeks?|months?|hours?|weekends?|weekdays?|part|parts|end|start|beginning|middle|half|rest|remainder|first|last|course|space)$/;

/** "The spikes of the month": the one that it is, unless a part of it or another one is meant. */
function isThePeriod(words: readonly string[], at: number): boolean {
  const isBare = words[at] === "the" && words[at - 1] === "of";
  const isOther = /^(?:before|after|that|when|which|in|of|with|to|starting|ending|until)$/;
  return isBare && !PARTS.test(words[at - 2] ?? "") && !isOther.test(words[at + 2] ?? "");
}

const SHORT = table<CalendarUnit>({
  mtd: "month",
  qtd: "quarter",
  wtd: "week",
  ytd: "year",
});

/** "month to date", "so far this month", "the month so far". */
export const toDate: Rule = (words, at, { today }) => {
  const short = SHORT[words[at] ?? ""];
  if (short) return made(short, 1);
  const skip = words[at] === "the" ? 1 : 0;
  const unit = calendarUnit(words[at + skip]);
  const after = words.slice(at + skip + 1, at + skip + 3).join(" ");
  if (unit && (after === "to date" || after === "so far")) return made(unit, skip + 3);
  const isFar = words.slice(at, at + 3).join(" ") === "so far this";
  const far = isFar ? calendarUnit(words[at + 3]) : null;
  return far ? made(far, 4) : null;

  function made(of: CalendarUnit, length: number) {
    return days(startOf(of, today), addDays(today, 1), "span", `${of} to date`, length);
  }
};
