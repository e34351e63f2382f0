import { numberAt } from "../text/numbers.ts";
import { addDays, addMonths, dayIfReal, startOfDay } from "./calendar.ts";
import { dayPartAt } from "./day-parts.ts";
import { periodAt, type TimeMatch } from "./periods.ts";
import { agoAt, clockAt, instantOn, type Point, pointAt, SINGLE } from "./points.ts";
import type { DayUnit, RollingUnit, TimeContext, TimeSpan } from "./span.ts";
import { spoken } from "./spoken.ts";
import { MONTHS, UNITS } from "./words.ts";

/** Every stretch of time that begins at `words[at]`, the longest first. */
export function timesAt(words: readonly string[], at: number, time: TimeContext): TimeMatch[] {
  const found: TimeMatch[] = [];
  for (const rule of [fromTo, since, until, rolling, relative, clockRange, monthEnd]) {
    const match = rule(words, at, time);
    if (match) found.push(match);
  }
  const part = dayPartAt(words, at, time);
  if (part) found.push(part);
  const ago = agoAt(words, at, time);
  if (ago) found.push(ago);
  const period = periodAt(words, at, time);
  if (period) found.push(withLeading(words, at, period));
  return found.sort((a, b) => b.length - a.length);
}

type Rule = (words: readonly string[], at: number, time: TimeContext) => TimeMatch | null;

function withLeading(words: readonly string[], at: number, match: TimeMatch): TimeMatch {
  const far = words[at + match.length] === "so" && words[at + match.length + 1] === "far" ? 2 : 0;
  return { span: match.span, length: match.length + far };
}

/** Ranges with two named ends; both are included. */
const fromTo: Rule = (words, at, time) => {
  const lead = words[at] === "between" || words[at] === "from" ? 1 : 0;
  const joints =
    words[at] === "between"
      ? ["and", "to", "-"]
      : ["to", "until", "till", "through", "thru", "and", "-"];
  const shared = sharedMonth(words, at + lead, joints, time);
  if (shared) return { span: shared.span, length: lead + shared.length };
  const first = pointAt(words, at + lead, time);
  if (!first) return null;
  const joint = words[at + lead + first.length] ?? "";
  if (!joints.includes(joint) || (joint === "and" && lead === 0)) return null;
  if (lead === 0 && joint === "to" && words[at + lead + first.length + 1] === "date") return null;
  const second = pointAt(words, at + lead + first.length + 1, time);
  if (!second) return null;
  const span = spanBetween(first, second, time);
  return span ? { span, length: lead + first.length + 1 + second.length } : null;
};

function spanBetween(first: Point, second: Point, time: TimeContext): TimeSpan | null {
  const label = `${first.label} to ${second.label}`;
  if (first.instant || second.instant) {
    const from =
      first.instant ?? (first.fromDay && startOfDay(first.fromDay, time.zone).toISOString());
    const to =
      second.instant ?? (second.toDay && startOfDay(second.toDay, time.zone).toISOString());
    return from && to && from < to ? { k: "instants", from, to, label } : null;
  }
  if (!first.fromDay || !second.toDay) return null;
  if (first.fromDay < second.toDay)
    return { k: "days", from: first.fromDay, to: second.toDay, unit: "span", label };
  const earlier = addMonths(first.fromDay, -12); // "November to January" begins in the year before
  return earlier < second.toDay
    ? { k: "days", from: earlier, to: second.toDay, unit: "span", label }
    : null;
}

/** "1 and 10 October", "1-10 Oct 2026", "October 1 to 10". */
function sharedMonth(
  words: readonly string[],
  at: number,
  joints: readonly string[],
  time: TimeContext,
): TimeMatch | null {
  const number = (index: number) => {
    const skip = words[index] === "the" ? 1 : 0;
    const word = words[index + skip] ?? "";
    if (!/^\d{1,2}$/.test(word)) return null;
    const suffix = ["st", "nd", "rd", "th"].includes(words[index + skip + 1] ?? "") ? 1 : 0;
    return { value: Number(word), next: index + skip + 1 + suffix };
  };
  const leading = MONTHS[words[at] ?? ""];
  const first = number(leading ? at + 1 : at);
  if (!first) return null;
  const hasJoint = joints.includes(words[first.next] ?? "");
  const second = number(first.next + (hasJoint ? 1 : 0));
  if (!second || second.value <= first.value) return null;
  let next = second.next;
  let month = leading;
  if (!month) {
    if (words[next] === "of") next++;
    month = MONTHS[words[next] ?? ""];
    if (!month) return null;
    next++;
  } else if (MONTHS[words[next] ?? ""] || !hasJoint) return null;
  const named = /^20\d\d$/.test(words[next] ?? "") ? Number(words[next]) : null;
  const thisYear = Number(time.today.slice(0, 4));
  const year =
    named ??
    ((dayIfReal(thisYear, month, first.value) ?? "") > addMonths(time.today, 2)
      ? thisYear - 1
      : thisYear);
  const from = dayIfReal(year, month, first.value);
  const last = dayIfReal(year, month, second.value);
  if (!from || !last) return null;
  const label = `${spoken(from)} to ${spoken(last)}`;
  return {
    span: { k: "days", from, to: addDays(last, 1), unit: "span", label },
    length: next - at + (named ? 1 : 0),
  };
}

const since: Rule = (words, at, time) => {
  const word = words[at] ?? "";
  const isAfter = word === "after";
  if (!["since", "from", "after", "starting", "beginning"].includes(word)) return null;
  let next = at + 1;
  if (word === "starting" && ["from", "on", "in"].includes(words[next] ?? "")) next++;
  if (["start", "beginning"].includes(words[next + (words[next] === "the" ? 1 : 0)] ?? "")) {
    next += (words[next] === "the" ? 1 : 0) + 1;
    if (words[next] === "of") next++;
    if (
      words[next] === "the" &&
      ["week", "month", "quarter", "year"].includes(words[next + 1] ?? "")
    )
      return sinceDay(["this", words[next + 1] ?? ""], 0, next + 2 - at);
  }
  return sinceDay(words, next, next - at);

  function sinceDay(of: readonly string[], index: number, before: number): TimeMatch | null {
    const point = pointAt(of, index, time);
    if (!point) return null;
    const onwards =
      words[at + before + point.length] === "onwards" || words[at + before + point.length] === "on"
        ? 1
        : 0;
    if (word === "from" && !onwards) return null;
    const length = (of === words ? before + point.length : before) + onwards;
    const label = `${isAfter ? "after" : "since"} ${point.label}`;
    if (point.instant) return { span: { k: "instants", from: point.instant, label }, length };
    const from = isAfter ? point.toDay : point.fromDay;
    return from ? { span: { k: "days", from, unit: "span", label }, length } : null;
  }
};

const until: Rule = (words, at, time) => {
  const word = words[at] ?? "";
  if (!["until", "till", "before", "by"].includes(word)) return null;
  const point = pointAt(words, at + 1, time);
  if (!point) return null;
  const length = 1 + point.length;
  if (point.instant)
    return { span: { k: "instants", to: point.instant, label: `${word} ${point.label}` }, length };
  const to = word === "before" ? point.fromDay : point.toDay;
  return to
    ? { span: { k: "days", to, unit: "span", label: `${word} ${point.label}` }, length }
    : null;
};

const PAST = new Set(["last", "past", "previous", "preceding", "prior", "recent"]);
const FUTURE = new Set(["next", "coming", "following", "upcoming"]);

const rolling: Rule = (words, at) => {
  let next = at;
  let within = false;
  if (words[next] === "within" || words[next] === "inside") {
    within = true;
    next++;
  }
  if (words[next] === "the" || words[next] === "these" || words[next] === "our") next++;
  const which = words[next] ?? "";
  const isPast = PAST.has(which);
  const isFuture = FUTURE.has(which);
  if (!isPast && !isFuture && !within) return null;
  if (isPast || isFuture) next++;
  if (words[next] === "few" || words[next] === "couple") return null;
  const count = SINGLE.has(words[next] ?? "") ? { value: 1, length: 1 } : numberAt(words, next);
  if (count) next += count.length;
  if (words[next] === "full" || words[next] === "calendar" || words[next] === "whole") next++;
  const unit = UNITS[words[next] ?? ""];
  if (!unit) return null;
  const isBare = count === null;
  if (
    isBare &&
    !(["past", "following", "coming"].includes(which) || unit === "hour" || unit === "minute")
  )
    return null;
  if (isBare && isFuture && unit !== "hour") return null;
  const amount = (count?.value ?? 1) * (unit === "quarter" ? 3 : 1);
  if (!Number.isInteger(amount) || amount < 1 || amount > 3660) return null;
  const rollingUnit: RollingUnit = unit === "quarter" ? "month" : unit;
  const direction = isFuture || (within && !isPast) ? "future" : "past";
  if (within && !isPast && !isFuture) return { span: span("past"), length: next - at + 1 };
  return { span: span(direction), length: next - at + 1 };

  function span(to: "past" | "future"): TimeSpan {
    const said = `${to === "past" ? "last" : "next"} ${amount === 1 ? "" : `${amount} `}${rollingUnit}${amount === 1 ? "" : "s"}`;
    return { k: "rolling", amount, unit: rollingUnit, direction: to, label: `the ${said}` };
  }
};

/** Known only beside another span: "the week before (that)", "the Monday before", "the same days of last month". */
const relative: Rule = (words, at) => {
  const text = words.slice(at, at + 8).join(" ");
  const same =
    /^(?:the )?same (?:days?|period|time|dates?|span) (?:of |in |)(?:the )?(?:last|previous|prior) (week|month|quarter|year)\b/.exec(
      text,
    );
  if (same) return found(same[1] as DayUnit, same[0]);
  const before =
    /^(?:the )?(day|week|month|quarter|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|period|one) (?:before|prior|earlier)(?: (?:that|this|then|it))?(?= |$)/.exec(
      text,
    );
  if (before && !/before (?:last|yesterday)/.test(text))
    return found(relativeUnit(before[1] ?? ""), before[0]);
  const preceding =
    /^(?:the )?(?:preceding|previous|prior) (day|week|month|quarter|year|period|one)\b/.exec(text);
  if (preceding?.[1] && ["period", "one"].includes(preceding[1]))
    return found("span", preceding[0]);
  return null;

  function found(unit: DayUnit, said: string): TimeMatch {
    return { span: { k: "relative", unit, label: said }, length: said.split(" ").length };
  }
};

function relativeUnit(word: string): DayUnit {
  if (word === "period" || word === "one") return "span";
  return word.endsWith("day") && word !== "day" ? "week" : (word as DayUnit);
}

const clockRange: Rule = (words, at, time) => {
  const lead = words[at] === "at" || words[at] === "between" ? 1 : 0;
  if (words[at] !== "between") return null;
  const first = clockAt(words, at + lead);
  const second =
    first && words[at + lead + first.length] === "and"
      ? clockAt(words, at + lead + first.length + 1)
      : null;
  if (!first || !second) return null;
  let next = at + lead + first.length + 1 + second.length;
  if (words[next] === "on") next++;
  const on = periodAt(words, next, time);
  const base = on?.span.unit === "day" ? on : null;
  const of = base?.span.from ?? time.today;
  const from = instantOn(of, first, time);
  const to = instantOn(of, second, time);
  if (from.instant >= to.instant) return null;
  const length = base ? next - at + base.length : at + lead + first.length + 1 + second.length - at;
  return {
    span: {
      k: "instants",
      from: from.instant,
      to: to.instant,
      label: `${from.label} to ${to.label}`,
    },
    length,
  };
};

/** "before the month is over", "by the end of the month", "this month's end": what remains of it, its last day included. */
const monthEnd: Rule = (words, at, time) => {
  const text = words.slice(at, at + 7).join(" ");
  const match =
    /^(?:before|by|until|till)(?: the)?(?: end of)?(?: the| this)? (week|month|quarter|year)(?: end| is over| ends| is out| is up)?\b/.exec(
      text,
    );
  if (!match || !/end|over|out|up/.test(match[0])) return null;
  const period = periodAt(["this", match[1] ?? ""], 0, time);
  if (!period) return null;
  return {
    span: {
      k: "days",
      from: time.today,
      to: period.span.to,
      unit: "span",
      label: `until the end of this ${match[1]}`,
    },
    length: match[0].split(" ").length,
  };
};
