import { addDays, dayIfReal } from "./calendar.ts";
import { dateNumber, nearestYear, yearAt } from "./dates.ts";
import type { TimeMatch } from "./days.ts";
import type { TimeContext } from "./span.ts";
import { spoken } from "./spoken.ts";
import { MONTHS } from "./words.ts";

const JOINTS = new Set([",", "and", "&"]);

/** "12, 13 and 14 October", "October 12, 13 and 14": three days in a row or more. */
export function dayListAt(
  words: readonly string[],
  at: number,
  { today }: TimeContext,
): TimeMatch | null {
  const leading = MONTHS[words[at] ?? ""];
  const list = numbersAt(words, at + (leading ? 1 : 0));
  const [first] = list.dates;
  const last = list.dates.at(-1);
  if (first === undefined || last === undefined || list.dates.length < 3) return null;
  if (list.dates.some((date, index) => date !== first + index)) return null;
  const of = words[list.end] === "of" ? 1 : 0;
  const month = leading ?? MONTHS[words[list.end + of] ?? ""];
  if (!month) return null;
  const end = leading ? list.end : list.end + of + 1;
  const named = yearAt(words, end);
  const year = named ?? nearestYear(month, first, today);
  const [from, until] = [dayIfReal(year, month, first), dayIfReal(year, month, last)];
  if (!from || !until) return null;
  const label = `${spoken(from)} to ${spoken(until)}`;
  const span = {
    k: "days",
    from,
    to: addDays(until, 1),
    unit: "span",
    label,
    named: "day",
  } as const;
  return { span, length: end - at + (named ? 1 : 0) };
}

function numbersAt(words: readonly string[], at: number): { dates: number[]; end: number } {
  const dates: number[] = [];
  let end = at;
  for (let next = at; ; ) {
    const found = dateNumber(words, next);
    if (!found) return { dates, end };
    dates.push(found.date);
    end = next + found.length;
    next = end;
    while (JOINTS.has(words[next] ?? "")) next++;
    if (next === end) return { dates, end };
  }
}
