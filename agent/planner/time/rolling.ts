import { numberAt } from "../text/numbers.ts";
import { startOf, step } from "./calendar.ts";
import { days, type TimeMatch } from "./days.ts";
import { SINGLE } from "./points.ts";
import type { DayUnit, RollingUnit, TimeContext } from "./span.ts";
import { MULTIPLES, UNITS } from "./words.ts";

const PAST = new Set(["last", "past", "previous", "preceding", "prior", "recent"]);
const FUTURE = new Set(["next", "coming", "following", "upcoming"]);
const WHOLE = new Set(["full", "calendar", "whole", "complete", "completed", "entire"]);

/** "the last 7 days", "past 24 hours", "next two weeks", "within 3 days", "the last four full weeks". */
export function rolling(words: readonly string[], at: number, time: TimeContext): TimeMatch | null {
  let next = at;
  const within = words[next] === "within" || words[next] === "inside";
  if (within) next++;
  if (["the", "these", "our"].includes(words[next] ?? "")) next++;
  let which = words[next] ?? "";
  const isPast = PAST.has(which);
  const isFuture = FUTURE.has(which);
  if (isPast || isFuture) next++;
  let isWhole = false;
  const skipWhole = () => {
    if (!WHOLE.has(words[next] ?? "")) return;
    isWhole = true;
    next++;
  };
  skipWhole();
  const count = SINGLE.has(words[next] ?? "") ? { value: 1, length: 1 } : numberAt(words, next);
  if (count) next += count.length;
  skipWhole();
  if (!isPast && !isFuture && !within) {
    if (!isWhole || !count || words[next + 1] === undefined) return null;
    which = "last"; // "the four full weeks before this one"
  }
  const short = shortAt(words, next);
  if (short && (isPast || isFuture || within) && !count)
    return {
      span: rollingSpan("minute", short.minutes, isFuture ? "future" : "past"),
      length: next - at + short.length,
    };
  const multiple = MULTIPLES[words[next] ?? ""];
  const unit = multiple?.unit ?? UNITS[words[next] ?? ""];
  if (!unit) return null;
  const isBare = count === null && !multiple;
  const takesBare = ["past", "following", "coming"].includes(which);
  if (isBare && !(takesBare || unit === "hour" || unit === "minute")) return null;
  if (isBare && isFuture && unit !== "hour") return null;
  const value = (count?.value ?? 1) * (multiple?.amount ?? 1);
  if (!Number.isInteger(value) || value < 1 || value > 3660) return null;
  let length = next - at + 1;
  if (!isPast && !isFuture && !within) {
    const before = /^before (this|the current) (one|week|month|quarter)\b/.exec(
      words.slice(next + 1, next + 5).join(" "),
    );
    if (!before) return null;
    length += before[0].split(" ").length;
  }
  if (unit === "quarter" || (isWhole && !["day", "hour", "minute"].includes(unit)))
    return isFuture ? null : calendarSpan(unit as DayUnit, value, length, time);
  const direction = isFuture ? "future" : "past";
  const span = rollingSpan(unit as RollingUnit, value, direction);
  return { span: within && !isPast && !isFuture ? { ...span, within: true } : span, length };
}

/** Parts of an hour. */
const SHORT: readonly (readonly [say: string, minutes: number])[] = [
  ["quarter of an hour", 15],
  ["three quarters of an hour", 45],
  ["half an hour", 30],
  ["half hour", 30],
];

function shortAt(words: readonly string[], at: number): { minutes: number; length: number } | null {
  for (const [say, minutes] of SHORT) {
    const length = say.split(" ").length;
    if (words.slice(at, at + length).join(" ") === say) return { minutes, length };
  }
  return null;
}

/** Whole units of the calendar, up to the one that is not over yet. */
function calendarSpan(unit: DayUnit, count: number, length: number, { today }: TimeContext) {
  if (unit === "span") return null;
  const to = startOf(unit, today);
  const label = `the last ${count} full ${unit}${count === 1 ? "" : "s"}`;
  return days(step(to, unit, -count), to, count === 1 ? unit : "span", label, length);
}

function rollingSpan(unit: RollingUnit, amount: number, direction: "past" | "future") {
  const count = amount === 1 ? "" : `${amount} `;
  const said = `${direction === "past" ? "last" : "next"} ${count}${unit}${amount === 1 ? "" : "s"}`;
  return { k: "rolling", amount, unit, direction, label: `the ${said}` } as const;
}
