import { numberAt } from "../text/numbers.ts";
import { addDays } from "./calendar.ts";
import { namedDay } from "./dates.ts";
import { days, type TimeMatch } from "./days.ts";
import { periodAt } from "./periods.ts";
import type { DayUnit, TimeContext } from "./span.ts";
import { spoken } from "./spoken.ts";
import { MONTHS, MULTIPLES } from "./words.ts";

const ITS_END = "(?: (?:that|this|then|it|those))?(?= |$)";
const SAME =
  /^(?:the )?same (?:days?|period|time|dates?|span|point(?: in time)?|stretch|week|month|quarter) (?:of |in |a |one |)(?:the )?(?:(?:last|previous|prior) )?(week|month|quarter|year)(?: (?:before|ago|earlier))?(?= |$)/;
const SAME_OF_MONTH =
  /^(?:the )?same (?:days?|period|dates?|span|stretch|point(?: in time)?) (?:of |in )?([a-z]+)(?= |$)/;
const BEFORE = new RegExp(
  `^(?:the )?(day|week|month|quarter|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|period|one) (?:before|prior|earlier)${ITS_END}`,
);
const AFTER =
  /^(?:the )?(day|week|month|quarter|year|period|one) (?:after|later)(?: (?:that|this|then|it|those)(?= |$)|$)/;
const PRECEDING =
  /^(?:(?:the )?(?:preceding|previous|prior) (?:period|one)|(?:the |that )?(?:earlier|former) (?:period|one|week|month|quarter|year|day))(?= |$)/;

/** Known only beside another span: "the week before (that)", "the 14 days before it", "the same days of last month". */
export function relative(
  words: readonly string[],
  at: number,
  time: TimeContext,
): TimeMatch | null {
  const text = words.slice(at, at + 8).join(" ");
  const beside = dayBeside(words, at, time);
  if (beside) return beside;
  const same = SAME.exec(text);
  if (same) {
    const { span, length } = found(same[1] as DayUnit, same[0]);
    const isSameDays = /same (?:days|period|time|dates|span|point|stretch)/.test(same[0]);
    return { span: { ...span, ...(isSameDays && { isSameDays }) }, length };
  }
  const inMonth = SAME_OF_MONTH.exec(text);
  const month = MONTHS[inMonth?.[1] ?? ""];
  if (inMonth && month) {
    const { span, length } = found("month", inMonth[0]);
    return { span: { ...span, isSameDays: true, month }, length };
  }
  const before = BEFORE.exec(text);
  if (before && !/before (?:last|yesterday)/.test(text))
    return found(relativeUnit(before[1] ?? ""), before[0]);
  const after = AFTER.exec(text);
  if (after) {
    const { span, length } = found(relativeUnit(after[1] ?? ""), after[0]);
    return { span: { ...span, isAfter: true }, length };
  }
  const preceding = PRECEDING.exec(text);
  if (preceding) return found("span", preceding[0]);
  return daysBefore(words, at, time);
}

/** "The day after 12 October", "the day before Monday". */
function dayBeside(words: readonly string[], at: number, time: TimeContext): TimeMatch | null {
  const start = at + (words[at] === "the" ? 1 : 0);
  const side = words[start + 1];
  if (words[start] !== "day" || (side !== "after" && side !== "before")) return null;
  const next = start + (words[start + 2] === "the" ? 3 : 2);
  const day = periodAt(words, next, time);
  if (day?.span.k !== "days" || day.span.unit !== "day" || !day.span.from) return null;
  if (side === "before" && words[next] === "yesterday") return null; // it has a name
  const from = addDays(day.span.from, side === "after" ? 1 : -1);
  return days(from, addDays(from, 1), "day", spoken(from), next - at + day.length);
}

function found(unit: DayUnit, said: string) {
  const span = { k: "relative", unit, label: said } as const;
  return { span, length: said.split(" ").length };
}

function relativeUnit(word: string): DayUnit {
  if (word === "period" || word === "one") return "span";
  return word.endsWith("day") && word !== "day" ? "week" : (word as DayUnit);
}

const BACK = new Set(["before", "prior", "preceding", "earlier", "previous"]);

/** "the 14 days before it", "the preceding two weeks". */
function daysBefore(words: readonly string[], at: number, time: TimeContext): TimeMatch | null {
  let next = at + (words[at] === "the" ? 1 : 0);
  const isLed = words[next] === "preceding";
  if (isLed) next++;
  const count = numberAt(words, next);
  if (count) next += count.length;
  const word = words[next] ?? "";
  const size = /^days?$/.test(word) ? 1 : /^weeks?$/.test(word) ? 7 : MULTIPLES[word] ? 14 : 0;
  if (size === 0 || (!count && !MULTIPLES[word])) return null;
  next++;
  if (!isLed) {
    if (!BACK.has(words[next] ?? "")) return null;
    next++;
    if (words[next] === "to") next++;
    if (["that", "it", "then", "this", "those"].includes(words[next] ?? "")) next++;
    else if (words[next] === "last") return null;
    const day = namedDay(words, next, time);
    if (day?.span.unit === "day") {
      const from = addDays(day.span.from, -(count?.value ?? 1) * size);
      const label = words.slice(at, next + day.length).join(" ");
      return days(from, day.span.from, "span", label, next - at + day.length);
    }
  }
  const length = (count?.value ?? 1) * size;
  const label = words.slice(at, next).join(" ");
  return { span: { k: "relative", unit: "span", label, days: length }, length: next - at };
}
