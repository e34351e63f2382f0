import { numberAt } from "../text/numbers.ts";
import { addDays, startOf } from "./calendar.ts";
import { type DaysMatch, days, type Rule } from "./days.ts";
import type { TimeContext } from "./span.ts";
import { spoken } from "./spoken.ts";
import { UNITS } from "./words.ts";

/** "the first week of October", "the first 10 days of September", "the last three days of last month". */
export function partOfPeriod(
  words: readonly string[],
  at: number,
  time: TimeContext,
  periodAt: Rule,
): DaysMatch | null {
  const skip = words[at] === "the" ? 1 : 0;
  const which = words[at + skip];
  if (which !== "first" && which !== "last") return null;
  const number = numberAt(words, at + skip + 1);
  const count = number?.value ?? 1;
  const next = at + skip + 1 + (number?.length ?? 0);
  const unit = UNITS[words[next] ?? ""];
  const joint = words[next + 1] ?? "";
  if ((unit !== "day" && unit !== "week") || (joint !== "of" && joint !== "in")) return null;
  if (!Number.isInteger(count) || count < 1 || count > 366) return null;
  const of = ofWhole(words, next + 2);
  const whole = periodAt(of.words, of.at, time);
  if (!whole || whole.span.unit === "day") return null;
  const length = count * (unit === "week" ? 7 : 1);
  const { from, to } = whole.span;
  const label = `the ${which} ${count === 1 ? unit : `${count} ${unit}s`} of ${whole.span.label}`;
  const said = next + 2 - at + whole.length;
  return which === "first"
    ? days(from, addDays(from, length), "span", label, said)
    : days(addDays(to, -length), to, "span", label, said);
}

/** "the month" inside a period is the current one. */
export function ofWhole(
  words: readonly string[],
  at: number,
): { words: readonly string[]; at: number } {
  const [first, second = ""] = words.slice(at, at + 2);
  const isBare = first === "the" && ["week", "month", "quarter", "year"].includes(second);
  return isBare ? { words: ["this", second], at: 0 } : { words, at };
}

const STARTS = new Set(["of", "beginning", "starting", "commencing", "from"]);

/** "the week of 5 October": the calendar week that has that day in it. */
export function weekOf(
  words: readonly string[],
  at: number,
  time: TimeContext,
  periodAt: Rule,
): DaysMatch | null {
  const skip = words[at] === "the" ? 1 : 0;
  if (words[at + skip] !== "week" || !STARTS.has(words[at + skip + 1] ?? "")) return null;
  const on = words[at + skip + 2] === "on" || words[at + skip + 2] === "the" ? 1 : 0;
  const inner = periodAt(words, at + skip + 2 + on, time);
  if (inner?.span.unit !== "day") return null;
  const from = startOf("week", inner.span.from);
  const length = skip + 2 + on + inner.length;
  return days(from, addDays(from, 7), "week", `the week of ${spoken(inner.span.from)}`, length);
}
