import { numberAt } from "../text/numbers.ts";
import { addDays, addMonths, startOfDay } from "./calendar.ts";
import { dayPartAt } from "./day-parts.ts";
import { periodAt, type TimeMatch } from "./periods.ts";
import type { TimeContext } from "./span.ts";
import { spoken } from "./spoken.ts";
import { UNITS } from "./words.ts";

export const SINGLE = new Set(["a", "one", "single"]);

/** A day or an instant that a range may begin or end with. */
export interface Point {
  fromDay?: string;
  toDay?: string;
  instant?: string;
  label: string;
  length: number;
}

export function pointAt(words: readonly string[], at: number, time: TimeContext): Point | null {
  const clock = clockAt(words, at);
  if (clock) {
    let next = at + clock.length;
    if (words[next] === "on" || words[next] === "of") next++;
    const on = periodAt(words, next, time);
    const base = on?.span.unit === "day" ? on.span.from : time.today;
    const length =
      clock.length + (on?.span.unit === "day" ? next - at - clock.length + on.length : 0);
    return { ...instantOn(base, clock, time), length };
  }
  if (words[at] === "now") return { instant: time.now.toISOString(), label: "now", length: 1 };
  const ago = agoAt(words, at, time);
  if (ago?.span.k === "instants" && ago.span.from)
    return { instant: ago.span.from, label: ago.span.label, length: ago.length };
  const part = dayPartAt(words, at, time);
  if (part?.span.k === "instants" && part.span.from)
    return { instant: part.span.from, label: part.span.label, length: part.length };
  const skip =
    words[at] === "the" && !["last", "first", "day", "previous"].includes(words[at + 1] ?? "")
      ? 1
      : 0;
  const period = periodAt(words, at + skip, time);
  if (period) {
    let next = at + skip + period.length;
    if (words[next] === "at") next++;
    const hour = period.span.unit === "day" ? clockAt(words, next) : null;
    if (hour)
      return { ...instantOn(period.span.from, hour, time), length: next - at + hour.length };
    return {
      fromDay: period.span.from,
      toDay: period.span.to,
      label: period.span.label,
      length: skip + period.length,
    };
  }
  if (ago?.span.k === "days")
    return {
      ...(ago.span.from ? { fromDay: ago.span.from } : {}),
      ...(ago.span.to ? { toDay: ago.span.to } : {}),
      label: ago.span.label,
      length: ago.length,
    };
  return null;
}

export function instantOn(
  base: string,
  clock: { hour: number; minute: number },
  time: TimeContext,
) {
  const instant = startOfDay(base, time.zone, clock.hour, clock.minute).toISOString();
  const hhmm = `${String(clock.hour).padStart(2, "0")}:${String(clock.minute).padStart(2, "0")}`;
  return { instant, label: `${hhmm} on ${spoken(base)}` };
}

export function clockAt(
  words: readonly string[],
  at: number,
): { hour: number; minute: number; length: number } | null {
  const word = words[at] ?? "";
  const exact = /^(\d{1,2}):(\d{2})/.exec(word);
  if (exact) {
    const half = words[at + 1];
    const hour = toHour(Number(exact[1]), half);
    return hour < 24
      ? { hour, minute: Number(exact[2]), length: half === "am" || half === "pm" ? 2 : 1 }
      : null;
  }
  if (word === "midnight") return { hour: 0, minute: 0, length: 1 };
  if (word === "noon") return { hour: 12, minute: 0, length: 1 };
  const half = words[at + 1] ?? "";
  if (!/^\d{1,2}$/.test(word) || !["am", "pm", "oclock", "o'clock"].includes(half)) return null;
  const hour = toHour(Number(word), half);
  return hour < 24 ? { hour, minute: 0, length: 2 } : null;
}

function toHour(hour: number, half: string | undefined): number {
  if (half === "pm" && hour < 12) return hour + 12;
  return half === "am" && hour === 12 ? 0 : hour;
}

/** "3 days ago" as the day it was; hours and minutes as an instant to count from. */
export function agoAt(words: readonly string[], at: number, time: TimeContext): TimeMatch | null {
  const count =
    SINGLE.has(words[at] ?? "") || words[at] === "an"
      ? { value: 1, length: 1 }
      : numberAt(words, at);
  if (!count) return null;
  const unit = UNITS[words[at + count.length] ?? ""];
  if (!unit || words[at + count.length + 1] !== "ago" || !Number.isInteger(count.value))
    return null;
  const length = count.length + 2;
  const label = words.slice(at, at + length).join(" ");
  if (unit === "minute" || unit === "hour") {
    const from = new Date(
      time.now.getTime() - count.value * (unit === "hour" ? 3_600_000 : 60_000),
    );
    return { span: { k: "instants", from: from.toISOString(), label }, length };
  }
  const months = { month: 1, quarter: 3, year: 12 }[unit as "month"];
  const from = months
    ? addMonths(time.today, -months * count.value)
    : addDays(time.today, -count.value * (unit === "week" ? 7 : 1));
  return { span: { k: "days", from, to: addDays(from, 1), unit: "day", label }, length };
}
