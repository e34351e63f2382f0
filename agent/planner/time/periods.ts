import {
  addDays,
  addMonths,
  day,
  dayIfReal,
  isoWeek,
  startOf,
  step,
  weekdayOf,
} from "./calendar.ts";
import type { DayUnit, TimeContext, TimeSpan } from "./span.ts";
import { spoken } from "./spoken.ts";
import { MONTHS, ORDINALS, UNITS, WEEKDAYS } from "./words.ts";

export interface TimeMatch {
  readonly span: TimeSpan;
  readonly length: number;
}
export type Days = Extract<TimeSpan, { k: "days" }> & { from: string; to: string };
export interface DaysMatch {
  readonly span: Days;
  readonly length: number;
}

const LAST = new Set(["last", "previous", "prior"]);
const NEXT = new Set(["next", "coming", "following"]);

/** A period of whole days that begins at `words[at]`: a day, a date, a week, a month, a quarter, a year. */
export function periodAt(
  words: readonly string[],
  at: number,
  time: TimeContext,
): DaysMatch | null {
  const rules = [
    namedDay,
    isoDate,
    dayOfMonth,
    monthName,
    quarter,
    relativePeriod,
    toDate,
    weekday,
    weekNumber,
    half,
    year,
    partOfPeriod,
  ];
  let best: DaysMatch | null = null;
  for (const rule of rules) {
    const match = rule(words, at, time);
    if (match && match.length > (best?.length ?? 0)) best = match;
  }
  return best;
}

type Rule = (words: readonly string[], at: number, time: TimeContext) => DaysMatch | null;

function days(from: string, to: string, unit: DayUnit, label: string, length: number): DaysMatch {
  return { span: { k: "days", from, to, unit, label }, length };
}

export const namedDay: Rule = (words, at, { today }) => {
  const phrase = (count: number) => words.slice(at, at + count).join(" ");
  const single = (offset: number, length: number, label: string) =>
    days(addDays(today, offset), addDays(today, offset + 1), "day", label, length);
  if (phrase(4) === "the day before yesterday") return single(-2, 4, "the day before yesterday");
  if (phrase(3) === "day before yesterday") return single(-2, 3, "the day before yesterday");
  if (phrase(4) === "the day after tomorrow") return single(2, 4, "the day after tomorrow");
  if (words[at] === "today") return single(0, 1, "today");
  if (words[at] === "yesterday") return single(-1, 1, "yesterday");
  if (words[at] === "tomorrow") return single(1, 1, "tomorrow");
  if (phrase(2) === "the weekend" || phrase(2) === "last weekend" || words[at] === "weekend") {
    const monday = startOf("week", today);
    const length = words[at] === "weekend" ? 1 : 2;
    return days(addDays(monday, -2), monday, "week", "last weekend", length);
  }
  return null;
};

const isoDate: Rule = (words, at) => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words[at] ?? "");
  if (!match) return null;
  const made = dayIfReal(Number(match[1]), Number(match[2]), Number(match[3]));
  return made ? days(made, addDays(made, 1), "day", made, 1) : null;
};

function dateNumber(words: readonly string[], at: number): { date: number; length: number } | null {
  const word = words[at] ?? "";
  const date = /^\d{1,2}$/.test(word) ? Number(word) : 0;
  if (date < 1 || date > 31) return null;
  const suffix = words[at + 1] ?? "";
  return { date, length: ["st", "nd", "rd", "th"].includes(suffix) ? 2 : 1 };
}

function yearAt(words: readonly string[], at: number): number | null {
  const word = words[at] ?? "";
  return /^20\d\d$/.test(word) ? Number(word) : null;
}

/** Without a year, the latest such day that is not after today; a date ahead within two months is taken as meant. */
function nearestYear(month: number, date: number, today: string): number {
  const thisYear = Number(today.slice(0, 4));
  return day(thisYear, month, date) > addMonths(today, 2) ? thisYear - 1 : thisYear;
}

const dayOfMonth: Rule = (words, at, { today }) => {
  const first = dateNumber(words, at);
  if (first) {
    let next = at + first.length;
    if (words[next] === "of") next++;
    const month = MONTHS[words[next] ?? ""];
    if (month) return dated(first.date, month, next + 1);
  }
  const month = MONTHS[words[at] ?? ""];
  const second = month ? dateNumber(words, at + 1 + (words[at + 1] === "the" ? 1 : 0)) : null;
  if (month && second)
    return dated(second.date, month, at + 1 + (words[at + 1] === "the" ? 1 : 0) + second.length);
  return null;

  function dated(date: number, month: number, next: number): DaysMatch | null {
    const comma = words[next] === "," ? 1 : 0;
    const named = yearAt(words, next + comma);
    const made = dayIfReal(named ?? nearestYear(month, date, today), month, date);
    if (!made) return null;
    return days(made, addDays(made, 1), "day", spoken(made), next - at + (named ? 1 + comma : 0));
  }
};

const monthName: Rule = (words, at, { today }) => {
  const word = words[at] ?? "";
  const month = MONTHS[word];
  if (
    !month ||
    (word === "may" &&
      ![
        "in",
        "since",
        "during",
        "of",
        "for",
        "last",
        "this",
        "and",
        "to",
        "until",
        "from",
        "between",
        "vs",
        "versus",
      ].includes(words[at - 1] ?? ""))
  )
    return null;
  const named = yearAt(words, at + 1);
  const thisYear = Number(today.slice(0, 4));
  const year = named ?? (day(thisYear, month, 1) > today ? thisYear - 1 : thisYear);
  const from = day(year, month, 1);
  const label = new Intl.DateTimeFormat("en-GB", {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(from));
  return days(from, addMonths(from, 1), "month", label, named ? 2 : 1);
};

const quarter: Rule = (words, at, { today }) => {
  const thisYear = Number(today.slice(0, 4));
  let number = 0;
  let length = 1;
  const short = /^q$/.exec(words[at] ?? "") && /^[1-4]$/.test(words[at + 1] ?? "");
  if (short) {
    number = Number(words[at + 1]);
    length = 2;
  } else {
    const skip = words[at] === "the" ? 1 : 0;
    if (words[at + skip + 1] !== "quarter") return null;
    number = ORDINALS[words[at + skip] ?? ""] ?? 0;
    length = skip + 2;
  }
  if (number < 1 || number > 4) return null;
  const of = words[at + length] === "of" ? 1 : 0;
  const named = yearAt(words, at + length + of);
  const month = 3 * (number - 1) + 1;
  const year = named ?? (day(thisYear, month, 1) > today ? thisYear - 1 : thisYear);
  const from = day(year, month, 1);
  return days(
    from,
    addMonths(from, 3),
    "quarter",
    `Q${number} ${year}`,
    length + (named ? 1 + of : 0),
  );
};

const half: Rule = (words, at, { today }) => {
  const skip = words[at] === "the" ? 1 : 0;
  const spelt = words[at + skip + 1] === "half" ? ORDINALS[words[at + skip] ?? ""] : undefined;
  const short =
    words[at] === "h" && /^[12]$/.test(words[at + 1] ?? "") ? Number(words[at + 1]) : undefined;
  const number = spelt ?? short;
  if (number !== 1 && number !== 2) return null;
  let length = short ? 2 : skip + 2;
  if (words[at + length] === "of") length++;
  if (words[at + length] === "the") length++;
  const named = yearAt(words, at + length);
  const month = number === 1 ? 1 : 7;
  const thisYear = Number(today.slice(0, 4));
  if (named || words[at + length] === "year" || short) {
    const from = day(named ?? thisYear, month, 1);
    return days(
      from,
      addMonths(from, 6),
      "span",
      `H${number} ${named ?? thisYear}`,
      length + (named || !short ? 1 : 0),
    );
  }
  const inner = monthName(words, at + length, { today, now: new Date(0), zone: "UTC" });
  if (!inner) return null;
  const middle = addDays(inner.span.from, 15);
  const [from, to] = number === 1 ? [inner.span.from, middle] : [middle, inner.span.to];
  return days(
    from,
    to,
    "span",
    `the ${number === 1 ? "first" : "second"} half of ${inner.span.label}`,
    length + inner.length,
  );
};

const year: Rule = (words, at) => {
  const number = yearAt(words, at);
  return number ? days(day(number, 1, 1), day(number + 1, 1, 1), "year", String(number), 1) : null;
};

const relativePeriod: Rule = (words, at, { today }) => {
  const phrase = words.slice(at, at + 4).join(" ");
  const before = /^(?:the )?(week|month|quarter|year) before last\b/.exec(phrase);
  if (before) {
    const unit = before[1] as Exclude<DayUnit, "span">;
    const from = step(startOf(unit, today), unit, -2);
    return days(
      from,
      step(from, unit, 1),
      unit,
      `the ${unit} before last`,
      before[0].split(" ").length,
    );
  }
  const skip =
    words[at] === "the" &&
    (LAST.has(words[at + 1] ?? "") || NEXT.has(words[at + 1] ?? "") || words[at + 1] === "current")
      ? 1
      : 0;
  const which = words[at + skip] ?? "";
  let next = at + skip + 1;
  if (words[next] === "calendar" || words[next] === "full") next++;
  const unit = UNITS[words[next] ?? ""];
  if (
    unit === undefined ||
    unit === "minute" ||
    unit === "hour" ||
    (words[next] ?? "").endsWith("s")
  )
    return null;
  const start = startOf(unit, today);
  const length = next - at + 1;
  if (LAST.has(which)) return days(step(start, unit, -1), start, unit, `last ${unit}`, length);
  if (which === "this" || which === "current") {
    const far = words[at + length] === "so" && words[at + length + 1] === "far" ? 2 : 0;
    return days(start, step(start, unit, 1), unit, `this ${unit}`, length + far);
  }
  if (NEXT.has(which))
    return days(step(start, unit, 1), step(start, unit, 2), unit, `next ${unit}`, length);
  return null;
};

const toDate: Rule = (words, at, { today }) => {
  const short = { mtd: "month", wtd: "week", ytd: "year", qtd: "quarter" }[words[at] ?? ""];
  const long =
    words[at + 1] === "to" && words[at + 2] === "date" ? UNITS[words[at] ?? ""] : undefined;
  const unit = (short ?? long) as Exclude<DayUnit, "span"> | "minute" | "hour" | undefined;
  if (unit === undefined || unit === "minute" || unit === "hour") return null;
  return days(startOf(unit, today), addDays(today, 1), "span", `${unit} to date`, short ? 1 : 3);
};

const weekday: Rule = (words, at, { today }) => {
  let skip = 0;
  const which = words[at] ?? "";
  if (LAST.has(which) || which === "this" || which === "past") skip = 1;
  const number = WEEKDAYS[words[at + skip] ?? ""];
  if (!number || (which === "sun" && false)) return null;
  const back = (weekdayOf(today) - number + 7) % 7 || 7;
  let from = addDays(today, -back);
  if (words[at + skip] !== which && which === "this")
    from = addDays(startOf("week", today), number - 1);
  let length = skip + 1;
  const week = relativePeriod(words, at + length + (words[at + length] === "of" ? 1 : 0), {
    today,
    now: new Date(0),
    zone: "UTC",
  });
  if (week?.span.unit === "week") {
    from = addDays(week.span.from, number - 1);
    length += week.length + (words[at + length] === "of" ? 1 : 0);
  }
  return days(from, addDays(from, 1), "day", spoken(from), length);
};

const weekNumber: Rule = (words, at, { today }) => {
  const skip = words[at] === "calendar" ? 1 : 0;
  const isWeek =
    words[at + skip] === "week" ||
    (["w", "cw", "kw"].includes(words[at + skip] ?? "") && skip === 0);
  const number = Number(words[at + skip + 1]);
  if (!isWeek || !Number.isInteger(number) || number < 1 || number > 53) return null;
  if (UNITS[words[at + skip + 2] ?? ""]) return null;
  const named = yearAt(words, at + skip + 2);
  const from = isoWeek(named ?? Number(today.slice(0, 4)), number);
  return days(from, addDays(from, 7), "week", `week ${number}`, skip + (named ? 3 : 2));
};

/** "the first week of October", "the first 10 days of September", "the last 3 days of last month". */
const partOfPeriod: Rule = (words, at, time) => {
  const skip = words[at] === "the" ? 1 : 0;
  const which = words[at + skip];
  if (which !== "first" && which !== "last") return null;
  const count = /^\d{1,2}$/.test(words[at + skip + 1] ?? "") ? Number(words[at + skip + 1]) : 1;
  const next = at + skip + (count === 1 && !/^\d/.test(words[at + skip + 1] ?? "") ? 1 : 2);
  const unit = UNITS[words[next] ?? ""];
  if ((unit !== "day" && unit !== "week") || words[next + 1] !== "of") return null;
  const whole = periodAt(words, next + 2, time);
  if (!whole) return null;
  const length = count * (unit === "week" ? 7 : 1);
  const { from, to } = whole.span;
  const label = `the ${which} ${count === 1 ? unit : `${count} ${unit}s`} of ${whole.span.label}`;
  return which === "first"
    ? days(from, addDays(from, length), "span", label, next + 2 - at + whole.length)
    : days(addDays(to, -length), to, "span", label, next + 2 - at + whole.length);
};
