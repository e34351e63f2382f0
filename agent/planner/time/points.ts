import { numberAt } from "../text/numbers.ts";
import { addDays, addMonths, startOf, step } from "./calendar.ts";
import { clockAt, instantOn } from "./clock.ts";
import { dayPartAt } from "./day-parts.ts";
import type { TimeMatch } from "./days.ts";
import { onceEach } from "./once-each.ts";
import { ofWhole } from "./period-parts.ts";
import { periodAt } from "./periods.ts";
import type { Ahead, DayUnit, TimeContext } from "./span.ts";
import { MULTIPLES, UNITS } from "./words.ts";

export const SINGLE = new Set(["a", "an", "one", "single"]);

/** A day or an instant that a range may begin or end with. */
export interface Point {
  fromDay?: string;
  toDay?: string;
  instant?: string;
  /** Where that is a part of a day, its end. */
  endInstant?: string;
  unit?: DayUnit;
  ahead?: Ahead;
  /** A time of day without a day. */
  isClock?: boolean;
  /** The day of a time of day. */
  onDay?: string;
  label: string;
  length: number;
}

export const pointAt = onceEach(endOfRange);

function endOfRange(words: readonly string[], at: number, time: TimeContext): Point | null {
  const clock = clockAt(words, at);
  if (clock) {
    let next = at + clock.length;
    if (words[next] === "on" || words[next] === "of") next++;
    const on = periodAt(words, next, time);
    const base = on?.span.unit === "day" ? on.span.from : time.today;
    const length =
      clock.length + (on?.span.unit === "day" ? next - at - clock.length + on.length : 0);
    return { ...instantOn(base, clock, time), length, isClock: length === clock.length };
  }
  if (words[at] === "now")
    return { fromDay: time.today, toDay: addDays(time.today, 1), label: "now", length: 1 };
  const ago = agoAt(words, at, time);
  if (ago?.span.k === "instants" && ago.span.from)
    return { instant: ago.span.from, label: ago.span.label, length: ago.length };
  const part = dayPartAt(words, at, time);
  if (part?.span.k === "instants" && part.span.from)
    return {
      instant: part.span.from,
      ...(part.span.to ? { endInstant: part.span.to } : {}),
      label: part.span.label,
      length: part.length,
    };
  const edge = edgeAt(words, at, time);
  if (edge) return edge;
  const whole = periodAt(words, at, time);
  const lead = whole || words[at] !== "the" ? 0 : 1;
  const period = whole ?? periodAt(words, at + lead, time);
  if (period) {
    let next = at + lead + period.length;
    if (words[next] === "at") next++;
    const hour = period.span.unit === "day" ? clockAt(words, next) : null;
    if (hour)
      return { ...instantOn(period.span.from, hour, time), length: next - at + hour.length };
    const { from, to, label, unit, ahead } = period.span;
    return {
      fromDay: from,
      toDay: to,
      unit,
      label,
      ...(ahead ? { ahead } : {}),
      length: lead + period.length,
    };
  }
  if (ago?.span.k === "days")
    return {
      ...(ago.span.from ? { fromDay: ago.span.from } : {}),
      ...(ago.span.to ? { toDay: ago.span.to } : {}),
      unit: "day",
      label: ago.span.label,
      length: ago.length,
    };
  return null;
}

const STARTS = new Set(["start", "beginning", "begin"]);
const ENDS = new Set(["end", "close"]);

/** "the end of October", "month end", "the beginning of the quarter": its last or first day. */
function edgeAt(words: readonly string[], at: number, time: TimeContext): Point | null {
  const skip = words[at] === "the" || words[at] === "this" ? 1 : 0;
  const word = words[at + skip] ?? "";
  const isEnd = ENDS.has(word);
  if (isEnd || STARTS.has(word)) {
    const next = at + skip + (words[at + skip + 1] === "of" ? 2 : 1);
    const bare = unitAt(words, next);
    const of = bare ? { words: ["this", bare], at: 0 } : ofWhole(words, next);
    const inner = periodAt(of.words, of.at, time);
    if (!inner || inner.span.unit === "day") return null;
    const length = next - at + (bare ? 1 : inner.length);
    const point = edge(inner.span.from, inner.span.to, isEnd, inner.span.label, length);
    const { ahead } = inner.span;
    const coming = ahead && edge(ahead.from, ahead.to, isEnd, inner.span.label, length);
    return coming?.fromDay && coming.toDay
      ? { ...point, ahead: { from: coming.fromDay, to: coming.toDay } }
      : point;
  }
  const unit = unitAt(words, at + skip);
  if (!unit || words[at + skip + 1] !== "end") return null;
  const from = startOf(unit, time.today);
  return edge(from, step(from, unit, 1), true, `this ${unit}`, skip + 2);
}

type CalendarUnit = "week" | "month" | "quarter" | "year";
function unitAt(words: readonly string[], at: number): CalendarUnit | null {
  const word = words[at] ?? "";
  return ["week", "month", "quarter", "year"].includes(word) ? (word as CalendarUnit) : null;
}

function edge(from: string, to: string, isEnd: boolean, of: string, length: number): Point {
  const day = isEnd ? addDays(to, -1) : from;
  const label = `the ${isEnd ? "end" : "start"} of ${of}`;
  return { fromDay: day, toDay: addDays(day, 1), unit: "day", label, length };
}

const BOUNDS = new Set("over under than least beyond past".split(" "));

/** "3 days ago" as the day it was; hours and minutes as an instant to count from. */
export function agoAt(words: readonly string[], at: number, time: TimeContext): TimeMatch | null {
  if (BOUNDS.has(words[at - 1] ?? "")) return null; // "over 10 days ago" is no day
  const count = SINGLE.has(words[at] ?? "") ? { value: 1, length: 1 } : numberAt(words, at);
  if (!count) return null;
  const word = words[at + count.length] ?? "";
  const multiple = MULTIPLES[word];
  const unit = multiple?.unit ?? UNITS[word];
  const after = words[at + count.length + 1];
  if (!unit || (after !== "ago" && after !== "back") || !Number.isInteger(count.value)) return null;
  const value = count.value * (multiple?.amount ?? 1);
  const length = count.length + 2;
  const label = words.slice(at, at + length).join(" ");
  if (unit === "minute" || unit === "hour") {
    const from = new Date(time.now.getTime() - value * (unit === "hour" ? 3_600_000 : 60_000));
    return { span: { k: "instants", from: from.toISOString(), label }, length };
  }
  const months = { month: 1, quarter: 3, year: 12 }[unit as "month"];
  const from = months
    ? addMonths(time.today, -months * value)
    : addDays(time.today, -value * (unit === "week" ? 7 : 1));
  return { span: { k: "days", from, to: addDays(from, 1), unit: "day", label }, length };
}
