import { table } from "../text/table.ts";
import { addDays, addMonths, dayIfReal, daysBetween, startOfDay, weekdayOf } from "./calendar.ts";
import { dateNumber, nearestYear, yearAt } from "./dates.ts";
import { days, type TimeMatch } from "./days.ts";
import { periodAt } from "./periods.ts";
import { type Point, pointAt } from "./points.ts";
import type { Ends, TimeContext, TimeSpan } from "./span.ts";
import { spoken } from "./spoken.ts";
import { MONTHS } from "./words.ts";

type Rule = (words: readonly string[], at: number, time: TimeContext) => TimeMatch | null;

const AND: readonly string[] = ["and", "to", "-"];
const TO: readonly string[] = ["to", "until", "till", "til", "through", "thru", "-", "and"];
/** "through to", "up to and including": ways to say `to` in several words. */
const LONG_JOINTS = [
  "up to and including",
  "to and including",
  "and up to",
  "through to",
  "right through to",
  "right up to",
  "up until",
  "up to",
  "on to",
];

function jointAt(words: readonly string[], at: number, isBetween: boolean): number {
  const long = LONG_JOINTS.map((joint) => joint.split(" ")).find((joint) =>
    joint.every((word, n) => words[at + n] === word),
  );
  if (long) return long.length;
  return (isBetween ? AND : TO).includes(words[at] ?? "") ? 1 : 0;
}

/** Ranges with two named ends; both are included. */
export const fromTo: Rule = (words, at, time) => {
  const isBetween = words[at] === "between";
  const isSince = words[at] === "since";
  const lead = isBetween || isSince || words[at] === "from" ? 1 : 0;
  const shared = sharedMonth(words, at + lead, isBetween, time);
  if (shared) return { span: shared.span, length: lead + shared.length };
  const first = pointAt(words, at + lead, time);
  if (!first) return null;
  const next = at + lead + first.length;
  const joint = jointAt(words, next, isBetween);
  if (joint === 0) return null;
  if (lead === 0 && words[next] === "to" && words[next + 1] === "date") return null;
  const second = pointAt(words, next + joint, time);
  if (!second) return null;
  const isBare = words[next] === "and" && (lead === 0 || isSince) && joint === 1;
  if (isBare && !isWeekdayAndNext(first, second)) return null;
  if (first.isClock && second.isClock) return null; // hours of the day, not of one day
  const span = spanBetween(first, second, time);
  const included = words[next + joint + second.length] === "inclusive" ? 1 : 0;
  return span ? { span, length: lead + first.length + joint + second.length + included } : null;
};

/** "Saturday and Sunday": two days in a row, where others in a row would be two times. */
function isWeekdayAndNext(first: Point, second: Point): boolean {
  return first.unit === "day" && first.ahead !== undefined && first.toDay === second.fromDay;
}

function spanBetween(first: Point, second: Point, time: TimeContext): TimeSpan | null {
  const label = `${first.label} to ${second.label}`;
  if (first.instant || second.instant) {
    const end = second.label === "now" ? time.now.toISOString() : null;
    const from =
      first.instant ?? (first.fromDay && startOfDay(first.fromDay, time.zone).toISOString());
    const to =
      second.endInstant ??
      second.instant ??
      end ??
      (second.toDay && startOfDay(second.toDay, time.zone).toISOString());
    return from && to && from < to ? { k: "instants", from, to, label } : null;
  }
  if (!first.fromDay || !second.toDay) return null;
  const ahead = aheadOf(first, second, time.today);
  const [from, to] = ordered(first, second, time.today);
  if (from && to && from < to)
    return {
      k: "days",
      from,
      to,
      unit: "span",
      label,
      ...(ahead ? { ahead } : {}),
      ...(isWeekdayRange(first, second) ? { weekdays: weekdaysFrom(from, to) } : {}),
      ...endsOf(first, second, from),
    };
  return null;
}

/** "Monday to Friday": named without a date. */
function isWeekdayRange(first: Point, second: Point): boolean {
  return [first, second].every(({ unit, ahead }) => unit === "day" && ahead !== undefined);
}

function weekdaysFrom(from: string, to: string): number[] {
  return Array.from({ length: Math.min(7, daysBetween(from, to)) }, (_, n) =>
    weekdayOf(addDays(from, n)),
  );
}

/** "from August to September": two periods, where a change between them is asked for. */
function endsOf(first: Point, second: Point, from: string): { ends?: Ends } {
  const { unit } = first;
  if (!unit || unit === "span" || unit !== second.unit) return {};
  const end = (of: Point): TimeSpan | null =>
    of.fromDay && of.toDay
      ? { k: "days", from: of.fromDay, to: of.toDay, unit, label: of.label }
      : null;
  const [a, b] = [end(first), end(second)];
  const isPlain = first.fromDay === from && a && b;
  return isPlain ? { ends: [a, b] } : {};
}

/** Names without a year or a week are taken so that the first end comes before the second. */
function ordered(first: Point, second: Point, today: string): [string?, string?] {
  const [from = "", to = ""] = [first.fromDay, second.toDay];
  if (from < to) return [from, to];
  if (second.ahead && from >= today) return [from, second.ahead.to];
  const isWeekday = first.unit === "day" && first.ahead !== undefined;
  if (isWeekday && addDays(from, -7) < to) return [addDays(from, -7), to];
  const isSameWeek = first.unit === "day" && second.ahead !== undefined; // "last Monday to Wednesday"
  if (isSameWeek && addDays(to, 7) > from) return [from, addDays(to, 7)];
  return first.unit === "day" ? [] : [addMonths(from, -12), to]; // "November to January" begins in the year before
}

/** Both ends to come: "from Monday to Friday", asked of a forecast. */
function aheadOf(first: Point, second: Point, today: string) {
  const from = first.ahead?.from ?? first.fromDay;
  const end = second.ahead?.to ?? second.toDay;
  const isWeekday = second.unit === "day" && second.ahead !== undefined;
  const to = from && end && end <= from && isWeekday ? addDays(end, 7) : end;
  const isMoved = first.ahead !== undefined || second.ahead !== undefined;
  return isMoved && from && to && from < to && to > today ? { from, to } : null;
}

/** "1 and 10 October", "1-10 Oct 2026", "October 1 to 10". */
function sharedMonth(
  words: readonly string[],
  at: number,
  isBetween: boolean,
  { today }: TimeContext,
): TimeMatch | null {
  const leading = MONTHS[words[at] ?? ""];
  const first = dateNumber(words, leading ? at + 1 : at);
  if (!first) return null;
  const joinedAt = (leading ? at + 1 : at) + first.length;
  const joint = jointAt(words, joinedAt, isBetween);
  const second = dateNumber(words, joinedAt + joint);
  if (!second || second.date <= first.date) return null;
  const isTwoDays = !isBetween && joint === 1 && words[joinedAt] === "and";
  if (isTwoDays && second.date !== first.date + 1) return null;
  let next = joinedAt + joint + second.length;
  let month = leading;
  if (!month) {
    if (words[next] === "of") next++;
    month = MONTHS[words[next] ?? ""];
    if (!month) return null;
    next++;
  } else if (MONTHS[words[next] ?? ""] || joint === 0) return null;
  const comma = words[next] === "," ? 1 : 0;
  const named = yearAt(words, next + comma);
  const year = named ?? nearestYear(month, first.date, today);
  const from = dayIfReal(year, month, first.date);
  const last = dayIfReal(year, month, second.date);
  if (!from || !last) return null;
  const label = `${spoken(from)} to ${spoken(last)}`;
  return days(from, addDays(last, 1), "span", label, next - at + (named ? 1 + comma : 0));
}

const ONWARDS = ["onwards", "onward", "on", "forward", "or later", "and later", "or after"];

function onwardsAt(words: readonly string[], at: number): number {
  const said = ONWARDS.find((one) => words.slice(at, at + one.split(" ").length).join(" ") === one);
  return said ? said.split(" ").length : 0;
}

const SINCE = new Set(["since", "from", "after", "starting", "beginning", "as"]);
const LEADS = new Set(["from", "on", "in", "of", "with"]);

/** "since Monday", "from 1 October onwards", "after the 5th", "1 October or later". */
export const since: Rule = (words, at, time) => {
  const word = words[at] ?? "";
  const isLed = SINCE.has(word) && (word !== "as" || words[at + 1] === "of");
  let next = at + (isLed ? 1 : 0);
  if (isLed && word !== "since" && word !== "after" && LEADS.has(words[next] ?? "")) next++;
  const point = pointAt(words, next, time);
  if (!point) return null;
  const onwards = onwardsAt(words, next + point.length);
  if ((!isLed || word === "from") && onwards === 0) return null;
  if (!isLed && words[next + point.length] === "on") return null; // "Monday on network X"
  const length = next - at + point.length + onwards;
  const isAfter = word === "after";
  const label = `${isAfter ? "after" : "since"} ${point.label}`;
  if (point.instant)
    return {
      span: {
        k: "instants",
        from: point.instant,
        ...(isAfter ? restOfDay(point, time) : {}),
        label,
      },
      length,
    };
  const from = isAfter ? point.toDay : point.fromDay;
  return from ? { span: { k: "days", from, unit: "span", label }, length } : null;
};

/** "after 5 pm yesterday", "before 6 am on Monday": within the day that was named. */
function restOfDay({ onDay, isClock }: Point, { zone }: TimeContext): { to?: string } {
  return onDay && !isClock ? { to: startOfDay(addDays(onDay, 1), zone).toISOString() } : {};
}

function startOfItsDay({ onDay, isClock }: Point, { zone }: TimeContext): { from?: string } {
  return onDay && !isClock ? { from: startOfDay(onDay, zone).toISOString() } : {};
}

/** Longer wordings first. */
const UNTIL =
  "up to and including|no later than|not later than|on or before|prior to|up until|up to|until|till|til|before|by".split(
    "|",
  );

/** "before November starts", "before November ends". */
const EDGES = table<"start" | "end">({
  starts: "start",
  begins: "start",
  comes: "start",
  arrives: "start",
  ends: "end",
  closes: "end",
});

/** "Top SIMs by today's usage": a figure of that day, and no bound. */
const OF_A_DAY = new Set(
  "usage traffic consumption volume data upload download rejects events alerts messages sms".split(
    " ",
  ),
);

const BACKWARDS = /^(?:or|and) (?:earlier|before|sooner|prior)(?= |$)/;

/** "25 October or earlier". */
const orEarlier: Rule = (words, at, time) => {
  const point = periodAt(words, at, time);
  if (point?.span.unit !== "day") return null;
  const { to, label, ahead } = point.span;
  const next = at + point.length;
  if (!BACKWARDS.test(words.slice(next, next + 2).join(" "))) return null;
  const span = { k: "days", to: ahead?.to ?? to, unit: "span", label: `until ${label}` } as const;
  return { span, length: point.length + 2 };
};

/** "until Monday", "before 1 October", "by Friday at the latest". */
export const until: Rule = (words, at, time) => {
  const word = UNTIL.find((one) => words.slice(at, at + one.split(" ").length).join(" ") === one);
  if (!word) return orEarlier(words, at, time);
  const lead = word.split(" ").length;
  const point = pointAt(words, at + lead, time);
  if (!point || point.label === "now") return null; // "until now" bounds nothing
  const day = words[at + lead + point.length] ?? "";
  if (word === "by" && point.unit === "day" && OF_A_DAY.has(day)) return null;
  const latest = words.slice(at + lead + point.length, at + lead + point.length + 3).join(" ");
  const isBefore = word === "before" || word === "prior to";
  const edge = isBefore ? EDGES[words[at + lead + point.length] ?? ""] : undefined;
  const isOpen = isBefore && edge !== "end";
  const again = isOpen ? 0 : sameDayAgain(words, at + lead + point.length, point, time);
  const length = lead + point.length + (latest === "at the latest" ? 3 : edge ? 1 : again);
  const label = `${word} ${point.label}${edge === "end" ? " ends" : ""}`;
  if (point.instant)
    return {
      span: {
        k: "instants",
        ...(isOpen ? startOfItsDay(point, time) : {}),
        to: point.instant,
        label,
      },
      length,
    };
  const to = isOpen ? point.fromDay : point.toDay;
  if (!to) return null;
  const end = isOpen ? point.ahead?.from : point.ahead?.to;
  const ahead = end ? { from: time.today, to: end } : null;
  return { span: { k: "days", to, unit: "span", label, ...(ahead ? { ahead } : {}) }, length };
};

/** "Until the end of the week, Sunday the 25th": the last day, said once more. */
function sameDayAgain(
  words: readonly string[],
  at: number,
  { toDay, ahead }: Point,
  time: TimeContext,
): number {
  const again = words[at] === "," ? periodAt(words, at + 1, time) : null;
  if (again?.span.unit !== "day") return 0;
  const ends = [again.span.to, again.span.ahead?.to];
  return [toDay, ahead?.to].some((end) => end && ends.includes(end)) ? 1 + again.length : 0;
}

/** "before the month is over", "by the end of the month", "the rest of October": what remains of it, its last day included. */
export const monthEnd: Rule = (words, at, time) => {
  const text = words.slice(at, at + 7).join(" ");
  const match =
    /^(?:before|by|until|till)(?: the)?(?: end of)?(?: the| this)? (week|month|quarter|year)(?: end| is over| ends| is out| is up)?\b/.exec(
      text,
    );
  if (!match || !/end|over|out|up/.test(match[0])) return null;
  const period = periodAt(["this", match[1] ?? ""], 0, time);
  if (!period) return null;
  const label = `until the end of this ${match[1]}`;
  return days(time.today, period.span.to, "span", label, match[0].split(" ").length);
};

const REST = new Set(["rest", "remainder"]);

/** "the rest of the month": from tomorrow. */
export const restOf: Rule = (words, at, time) => {
  const skip = words[at] === "the" ? 1 : 0;
  if (!REST.has(words[at + skip] ?? "") || words[at + skip + 1] !== "of") return null;
  const [first, second = ""] = words.slice(at + skip + 2, at + skip + 4);
  const isBare = first === "the" && ["week", "month", "quarter", "year"].includes(second);
  const period = isBare
    ? periodAt(["this", second], 0, time)
    : periodAt(words, at + skip + 2, time);
  const from = addDays(time.today, 1);
  if (!period || period.span.from > time.today || period.span.to <= from) return null;
  const label = `the rest of ${period.span.label}`;
  return days(from, period.span.to, "span", label, skip + 2 + period.length);
};
