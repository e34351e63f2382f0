import { addDays, addMonths, day, dayIfReal, startOf, weekdayOf } from "./calendar.ts";
import { type DaysMatch, days, type Rule } from "./days.ts";
import { ordinalAt } from "./ordinals.ts";
import { everyKindOfDay } from "./recurring.ts";
import { LAST, NEXT, relativePeriod } from "./relative-periods.ts";
import type { TimeContext } from "./span.ts";
import { spoken } from "./spoken.ts";
import { MONTHS, WEEKDAYS } from "./words.ts";

/** Single days from today, the longer wording first. */
const NAMED: readonly (readonly [say: string, offset: number])[] = [
  ["the day before yesterday", -2],
  ["day before yesterday", -2],
  ["the day after tomorrow", 2],
  ["day after tomorrow", 2],
  ["overmorrow", 2],
  ["earlier today", 0],
  ["today", 0],
  ["tdy", 0],
  ["yesterday", -1],
  ["yday", -1],
  ["ystd", -1],
  ["tomorrow", 1],
  ["tmrw", 1],
  ["tmr", 1],
  ["tomo", 1],
];

const NAMED_FIRST = new Set(NAMED.map(([say]) => say.split(" ")[0]));

export const namedDay: Rule = (words, at, { today }) => {
  for (const [say, offset] of NAMED_FIRST.has(words[at]) ? NAMED : []) {
    const length = say.split(" ").length;
    if (words.slice(at, at + length).join(" ") !== say) continue;
    const from = addDays(today, offset);
    return days(from, addDays(from, 1), "day", say.length > 5 ? say : spoken(from), length);
  }
  return weekend(words, at, today);
};

function weekend(words: readonly string[], at: number, today: string): DaysMatch | null {
  const [first = "", second = ""] = words.slice(at, at + 2);
  const isNamed = ["the", "this", "past"].includes(first) || LAST.has(first) || NEXT.has(first);
  const length = first === "weekend" ? 1 : second === "weekend" && isNamed ? 2 : 0;
  if (length === 0 || everyKindOfDay(words, at + length - 1)) return null;
  const monday = startOf("week", today);
  const before = days(addDays(monday, -2), monday, "week", "last weekend", length);
  const coming = { from: addDays(monday, 5), to: addDays(monday, 7) };
  if (NEXT.has(first) && weekdayOf(today) < 6 && first === "next") return null; // this one, or the one after?
  if (NEXT.has(first)) return days(coming.from, coming.to, "week", "the coming weekend", length);
  if (first === "this") return days(coming.from, coming.to, "week", "this weekend", length);
  return first === "the" || length === 1
    ? { ...before, span: { ...before.span, ahead: coming } }
    : before;
}

export const isoDate: Rule = (words, at) => {
  const match = /^(\d{4})[-/.](\d{2})[-/.](\d{2})$/.exec(words[at] ?? "");
  if (!match) return null;
  const made = dayIfReal(Number(match[1]), Number(match[2]), Number(match[3]));
  return made ? days(made, addDays(made, 1), "day", made, 1) : null;
};

/** `05.10.2026` is the fifth of October; `10/5/2026` is only read where one number can be no month. */
export const numericDate: Rule = (words, at, { today }) => {
  const match = /^(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})?$/.exec(words[at] ?? "");
  if (!match) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const isDotted = match[2] === ".";
  if (!isDotted && first !== second && first <= 12 && second <= 12) return null;
  const [date, month] = isDotted || first > 12 ? [first, second] : [second, first];
  const year = match[4]
    ? Number(match[4].length === 2 ? `20${match[4]}` : match[4])
    : nearestYear(month, date, today);
  const made = dayIfReal(year, month, date);
  return made ? days(made, addDays(made, 1), "day", spoken(made), 1) : null;
};

export function yearAt(words: readonly string[], at: number): number | null {
  const word = words[at] ?? "";
  return /^20\d\d$/.test(word) ? Number(word) : null;
}

/** Without a year, the latest such day that is not after today; a date ahead within two months is taken as meant. */
export function nearestYear(month: number, date: number, today: string): number {
  const thisYear = Number(today.slice(0, 4));
  return day(thisYear, month, date) > addMonths(today, 2) ? thisYear - 1 : thisYear;
}

/** The number of a day in its month: `5`, `5th`, `the twenty first`. */
export function dateNumber(
  words: readonly string[],
  at: number,
): { date: number; length: number } | null {
  const skip = words[at] === "the" ? 1 : 0;
  const word = words[at + skip] ?? "";
  if (/^\d{1,2}$/.test(word)) {
    const date = Number(word);
    const suffix = SUFFIXES.includes(words[at + skip + 1] ?? "") ? 1 : 0;
    return date >= 1 && date <= 31 ? { date, length: skip + 1 + suffix } : null;
  }
  const ordinal = ordinalAt(words, at + skip);
  return ordinal ? { date: ordinal.value, length: skip + ordinal.length } : null;
}
const SUFFIXES = ["st", "nd", "rd", "th"];

/** "5 October", "the 5th of Oct 2026", "October the fifth", with or without its weekday: "Sunday 1 November". */
export const dayOfMonth: Rule = (words, at, time) => {
  const named = WEEKDAYS[words[at] ?? ""] ? 1 : 0;
  const comma = named && words[at + 1] === "," ? 1 : 0;
  const lead = named + comma + (named && words[at + named + comma] === "the" ? 1 : 0);
  const match = plainDate(words, at + lead, time) ?? nthOfWeekday(words, at, lead, time);
  if (!match) return null;
  const isOther = named > 0 && weekdayOf(match.span.from) !== WEEKDAYS[words[at] ?? ""];
  return isOther ? null : { ...match, length: match.length + lead };
};

/** "Sunday the 25th": in the month, of this one and its neighbours, in which the two go together. */
function nthOfWeekday(
  words: readonly string[],
  at: number,
  lead: number,
  { today }: TimeContext,
): DaysMatch | null {
  const weekday = lead > 0 ? WEEKDAYS[words[at] ?? ""] : undefined;
  const nth = weekday ? dateNumber(words, at + lead) : null;
  if (!nth || !SUFFIXES.includes(words[at + lead + nth.length - 1] ?? "")) return null;
  const [year = 0, month = 0] = today.split("-").map(Number);
  const thisMonth = day(year, month, 1);
  const found = [0, -1, 1]
    .map((offset) => addMonths(thisMonth, offset).split("-").map(Number))
    .map(([inYear = 0, inMonth = 0]) => dayIfReal(inYear, inMonth, nth.date))
    .find((one) => one !== null && weekdayOf(one) === weekday);
  return found ? days(found, addDays(found, 1), "day", spoken(found), nth.length) : null;
}

function plainDate(words: readonly string[], at: number, { today }: TimeContext): DaysMatch | null {
  const first = dateNumber(words, at);
  if (first) {
    let next = at + first.length;
    if (words[next] === "of") next++;
    const month = MONTHS[words[next] ?? ""];
    if (month) return dated(first.date, month, next + 1);
    if (words[next - 1] === "of") return ofThisMonth(first.date, next);
  }
  const month = MONTHS[words[at] ?? ""];
  const second = month ? dateNumber(words, at + 1) : null;
  return month && second ? dated(second.date, month, at + 1 + second.length) : null;

  function dated(date: number, month: number, next: number): DaysMatch | null {
    const comma = words[next] === "," ? 1 : 0;
    const named = yearAt(words, next + comma);
    const year = named ?? nearestYear(month, date, today);
    const made = dayIfReal(year, month, date);
    if (!made) return null;
    const length = next - at + (named ? 1 + comma : 0);
    const match = days(made, addDays(made, 1), "day", spoken(made), length);
    const later = dayIfReal(year + 1, month, date);
    if (named || !later || made > addMonths(today, -6)) return match;
    return { ...match, span: { ...match.span, ahead: { from: later, to: addDays(later, 1) } } };
  }

  /** "the 5th of this month". */
  function ofThisMonth(date: number, next: number): DaysMatch | null {
    const isBare = words[next] === "the" && words[next + 1] === "month";
    const said = isBare ? { words: ["this", "month"], at: 0 } : { words, at: next };
    const period = relativePeriod(said.words, said.at, { today, now: new Date(0), zone: "UTC" });
    if (period?.span.unit !== "month") return null;
    const [year = 0, month = 0] = period.span.from.split("-").map(Number);
    const made = dayIfReal(year, month, date);
    const length = next - at + period.length;
    return made ? days(made, addDays(made, 1), "day", spoken(made), length) : null;
  }
}

const BEFORE_NTH = new Set(
  "on since until till from by before after to through thru and between of for with versus vs against than".split(
    " ",
  ),
);

/** "since the 5th": of this month, or of the last one where this one's is still to come. */
export const nthAlone: Rule = (words, at, { today }) => {
  const article = words[at] === "the" ? 1 : 0;
  const before = words[at - 1] === "the" ? words[at - 2] : words[at - 1];
  if (!BEFORE_NTH.has(before ?? "")) return null;
  const digits = /^\d{1,2}$/.test(words[at + article] ?? "");
  const found = dateNumber(words, at);
  if (!found || (digits && found.length - article < 2)) return null;
  if (!digits && article === 0 && words[at - 1] !== "the") return null;
  const next = words[at + found.length] ?? "";
  if (next && !AFTER_NTH.has(next)) return null; // "the first SIM", "the 10th percentile"
  const [year = 0, month = 0] = today.split("-").map(Number);
  const made = dayIfReal(year, month, found.date);
  if (!made) return null;
  const earlier = addMonths(made, -1);
  if (made > today && earlier.slice(8) === made.slice(8)) {
    const match = days(earlier, addDays(earlier, 1), "day", spoken(earlier), found.length);
    return { ...match, span: { ...match.span, ahead: { from: made, to: addDays(made, 1) } } };
  }
  return days(made, addDays(made, 1), "day", spoken(made), found.length);
};
const AFTER_NTH = new Set(
  ", . ? ! ; to until till through thru and or per by in with at onwards on for how which what".split(
    " ",
  ),
);

/** A weekday: the latest one that is over, or the one to come; "Friday last week", "this Friday". */
export const weekday: Rule = (words, at, time) => {
  const { today } = time;
  const which = words[at] ?? "";
  const isLast = LAST.has(which) || which === "past";
  const isNext = NEXT.has(which);
  const skip = isLast || isNext || which === "this" ? 1 : 0;
  const number = WEEKDAYS[words[at + skip] ?? ""];
  if (!number) return null;
  const isOver = weekdayOf(today) >= number;
  if (which === "next" && !isOver) return null; // this week's, or next week's?
  const ahead = addDays(today, (number - weekdayOf(today) + 7) % 7 || 7);
  let length = skip + 1;
  const of = words[at + length] === "of" || words[at + length] === "in" ? 1 : 0;
  const week = relativePeriod(words, at + length + of, time);
  if (week?.span.unit === "week") {
    length += week.length + of;
    return one(addDays(week.span.from, number - 1));
  }
  if (!isNext && words.slice(at + length, at + length + 2).join(" ") === "before last") {
    length += 2;
    return one(addDays(today, -7 - ((weekdayOf(today) - number + 7) % 7 || 7)));
  }
  if (isNext) return one(ahead);
  if (which === "this") return one(addDays(startOf("week", today), number - 1));
  const past = one(addDays(today, -((weekdayOf(today) - number + 7) % 7 || 7)));
  if (isLast) return past;
  return { ...past, span: { ...past.span, ahead: { from: ahead, to: addDays(ahead, 1) } } };

  function one(from: string): DaysMatch {
    return days(from, addDays(from, 1), "day", spoken(from), length);
  }
};
