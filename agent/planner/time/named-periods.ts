import { addDays, addMonths, day, isoWeek } from "./calendar.ts";
import { yearAt } from "./dates.ts";
import { type DaysMatch, days, type Rule } from "./days.ts";
import { ordinalAt } from "./ordinals.ts";
import { LAST } from "./relative-periods.ts";
import { MONTHS, UNITS } from "./words.ts";

/** "may" is a month only where a month can stand. */
const BEFORE_MAY = new Set(
  "in since during by before of for last this and to until till through from between vs versus over early mid late end".split(
    " ",
  ),
);

export const monthName: Rule = (words, at, { today }) => {
  const which = LAST.has(words[at] ?? "") || words[at] === "this" ? 1 : 0;
  const word = words[at + which] ?? "";
  const month = MONTHS[word];
  const named = yearOf(words, at + which + 1, today);
  const isMonth = named !== null || which > 0 || BEFORE_MAY.has(words[at - 1] ?? "");
  if (!month || (word === "may" && !isMonth)) return null;
  const thisYear = Number(today.slice(0, 4));
  const isOver = day(thisYear, month, 1) <= today;
  const year = named?.year ?? (isOver || words[at] === "this" ? thisYear : thisYear - 1);
  const match = monthOf(year, month, which + 1 + (named?.length ?? 0));
  if (named || which > 0 || match.span.from > addMonths(today, -6)) return match;
  const from = day(year + 1, month, 1);
  return { ...match, span: { ...match.span, ahead: { from, to: addMonths(from, 1) } } };
};

export const isoMonth: Rule = (words, at) => {
  const match = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(words[at] ?? "");
  return match ? monthOf(Number(match[1]), Number(match[2]), 1) : null;
};

/** Made once: to make one takes longer than to read a question. */
const MONTH_LABEL = new Intl.DateTimeFormat("en-GB", {
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

function monthOf(year: number, month: number, length: number): DaysMatch {
  const from = day(year, month, 1);
  const label = MONTH_LABEL.format(new Date(from));
  return days(from, addMonths(from, 1), "month", label, length);
}

/** A year after a period: "2025", "of 2025", "of this year", "last year". */
function yearOf(
  words: readonly string[],
  at: number,
  today: string,
): { year: number; length: number } | null {
  const comma = words[at] === "," || words[at] === "of" ? 1 : 0;
  const named = yearAt(words, at + comma);
  if (named) return { year: named, length: comma + 1 };
  const the = words[at + comma] === "the" ? 1 : 0;
  const which = words[at + comma + the] ?? "";
  const word = words[at + comma + the + 1];
  if (word !== "year" && word !== "years") return null;
  const back = LAST.has(which) ? 1 : which === "this" || which === "current" ? 0 : null;
  if (back === null) return null;
  return { year: Number(today.slice(0, 4)) - back, length: comma + the + 2 };
}

/** The number of a quarter or a half: "Q3", "3Q", "the third quarter", "quarter 3". */
function numbered(
  words: readonly string[],
  at: number,
  letter: string,
  name: string,
): { number: number; length: number } | null {
  const digit = (index: number) =>
    /^[1-4]$/.test(words[index] ?? "") ? Number(words[index]) : null;
  if (words[at] === letter || words[at] === name) {
    const number = digit(at + 1);
    return number ? { number, length: 2 } : null;
  }
  const skip = words[at] === "the" ? 1 : 0;
  const spelt = ordinalAt(words, at + skip);
  if (spelt && words[at + skip + spelt.length] === name)
    return { number: spelt.value, length: skip + spelt.length + 1 };
  const short = digit(at + skip);
  if (!short) return null;
  const next = words[at + skip + 1] ?? "";
  if (next === letter) return { number: short, length: skip + 2 };
  return ["st", "nd", "rd", "th"].includes(next) && words[at + skip + 2] === name
    ? { number: short, length: skip + 3 }
    : null;
}

export const quarter: Rule = (words, at, { today }) => {
  const found = numbered(words, at, "q", "quarter");
  if (!found || found.number > 4) return null;
  const named = yearOf(words, at + found.length, today);
  const thisYear = Number(today.slice(0, 4));
  const month = 3 * (found.number - 1) + 1;
  const year = named?.year ?? (day(thisYear, month, 1) > today ? thisYear - 1 : thisYear);
  const from = day(year, month, 1);
  const length = found.length + (named?.length ?? 0);
  return days(from, addMonths(from, 3), "quarter", `Q${found.number} ${year}`, length);
};

/** "H1", "the first half of 2026", "of the year", "of October". */
export const half: Rule = (words, at, time) => {
  const found = numbered(words, at, "h", "half");
  if (!found || found.number > 2) return null;
  const { number } = found;
  const next = at + found.length;
  const thisYear = Number(time.today.slice(0, 4));
  const of = words[next] === "of" ? 1 : 0;
  const the = words[next + of] === "the" ? 1 : 0;
  const named = yearOf(words, next, time.today);
  if (named) return ofYear(named.year, found.length + named.length);
  if (of && the && words[next + 2] === "year") return ofYear(thisYear, found.length + 3);
  const inner = of ? (monthName(words, next + 1, time) ?? thisMonth(words, next + 1, time)) : null;
  if (inner?.span.unit === "month") {
    const middle = addDays(inner.span.from, 15);
    const [from, to] = number === 1 ? [inner.span.from, middle] : [middle, inner.span.to];
    const label = `the ${number === 1 ? "first" : "second"} half of ${inner.span.label}`;
    return days(from, to, "span", label, found.length + 1 + inner.length);
  }
  return words[at] === "h" ? ofYear(thisYear, found.length) : null;

  function ofYear(year: number, length: number): DaysMatch {
    const from = day(year, number === 1 ? 1 : 7, 1);
    return days(from, addMonths(from, 6), "span", `H${number} ${year}`, length);
  }
};

const thisMonth: Rule = (words, at, { today }) => {
  const skip = words[at] === "the" ? 1 : 0;
  const which = words[at + skip] ?? "";
  const isBare = which === "month" && skip === 1;
  if (!isBare && words[at + skip + 1] !== "month") return null;
  const back = LAST.has(which) ? 1 : 0;
  if (!isBare && back === 0 && which !== "this" && which !== "current") return null;
  const [year = 0, month = 0] = today.split("-").map(Number);
  return monthOf(...yearAndMonth(year, month - back), skip + (isBare ? 1 : 2));
};

function yearAndMonth(year: number, month: number): [number, number] {
  return month < 1 ? [year - 1, 12] : [year, month];
}

export const year: Rule = (words, at) => {
  const number = yearAt(words, at);
  return number ? days(day(number, 1, 1), day(number + 1, 1, 1), "year", String(number), 1) : null;
};

export const weekNumber: Rule = (words, at, { today }) => {
  const skip = words[at] === "calendar" || words[at] === "iso" ? 1 : 0;
  const word = words[at + skip] ?? "";
  const isWeek = ["week", "wk"].includes(word) || (["w", "cw", "kw"].includes(word) && skip === 0);
  const number = Number(words[at + skip + 1]);
  if (!isWeek || !Number.isInteger(number) || number < 1 || number > 53) return null;
  if (UNITS[words[at + skip + 2] ?? ""]) return null;
  const named = yearOf(words, at + skip + 2, today);
  const from = isoWeek(named?.year ?? Number(today.slice(0, 4)), number);
  return days(from, addDays(from, 7), "week", `week ${number}`, skip + 2 + (named?.length ?? 0));
};
