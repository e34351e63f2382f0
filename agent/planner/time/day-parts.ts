import { addDays, startOfDay } from "./calendar.ts";
import type { TimeMatch } from "./days.ts";
import { periodAt } from "./periods.ts";
import type { TimeContext } from "./span.ts";
import { DAY_PARTS } from "./words.ts";

const DAY_HOURS = 24;
/** A part of a named day; the hours after midnight that belong to a night are 24 and more. */
export interface DayPart {
  readonly day: string;
  readonly hours: readonly [number, number];
  readonly label: string;
  readonly length: number;
}

const NIGHT = DAY_PARTS.night ?? [0, 0];
const EARLY: readonly [number, number] = [0, 6];
/** Those that say their day themselves, as days from today. */
const WITH_DAY: readonly (readonly [
  say: string,
  offset: number,
  hours: readonly [number, number],
])[] = [
  ["the early hours of this morning", 0, EARLY],
  ["the small hours of this morning", 0, EARLY],
  ["the early hours of today", 0, EARLY],
  ["during the night", -1, NIGHT],
  ["through the night", -1, NIGHT],
  ["last night", -1, NIGHT],
  ["over night", -1, NIGHT],
  ["overnight", -1, NIGHT],
  ["tonight", 0, NIGHT],
];

const FIRST_WORDS = new Set(WITH_DAY.map(([say]) => say.split(" ")[0]));
/** The longest name of a day: "Sunday the twenty first of October 2026". */
const MAX_DAY_WORDS = 8;

/** Most words begin no part of a day: told at a glance, as every word is asked. */
function mayBegin(words: readonly string[], at: number): boolean {
  if (FIRST_WORDS.has(words[at])) return true;
  for (let next = at + 1; next <= at + MAX_DAY_WORDS; next++)
    if (DAY_PARTS[words[next] ?? ""]) return true;
  return false;
}

/** "yesterday morning", "this afternoon", "Friday evening", "last night". */
export function partOfDayAt(
  words: readonly string[],
  at: number,
  time: TimeContext,
): DayPart | null {
  if (!mayBegin(words, at)) return null;
  for (const [say, offset, hours] of WITH_DAY) {
    const length = say.split(" ").length;
    if (words.slice(at, at + length).join(" ") === say)
      return made(addDays(time.today, offset), hours, say, length);
  }
  const isThis = words[at] === "this" || words[at] === "current";
  const on = isThis ? null : periodAt(words, at, time);
  if (!isThis && on?.span.unit !== "day") return null;
  const length = on?.length ?? 1;
  const hours = DAY_PARTS[words[at + length] ?? ""];
  if (!hours || (isThis && words[at + 1] === "night")) return null; // the last one, or the one to come?
  const said = words.slice(at, at + length + 1).join(" ");
  return made(on?.span.from ?? time.today, hours, said, length + 1);
}

function made(
  day: string,
  hours: readonly [number, number],
  said: string,
  length: number,
): DayPart {
  const [from, to] = hours;
  const end = to > DAY_HOURS ? to - DAY_HOURS : to;
  return { day, hours, label: `${said} (${clock(from)} to ${clock(end)})`, length };
}

function clock(hour: number): string {
  return hour < 10 && hour > 0 ? `0${hour}:00` : `${hour}:00`;
}

export function dayPartAt(
  words: readonly string[],
  at: number,
  time: TimeContext,
): TimeMatch | null {
  const part = partOfDayAt(words, at, time);
  if (!part) return null;
  const [from, to] = part.hours.map((hour) => instantOfHour(part.day, hour, time));
  if (!from || !to) return null;
  return { span: { k: "instants", from, to, label: part.label }, length: part.length };
}

export function instantOfHour(day: string, hour: number, { zone }: TimeContext): string {
  const later = Math.floor(hour / DAY_HOURS);
  return startOfDay(addDays(day, later), zone, hour % DAY_HOURS).toISOString();
}
