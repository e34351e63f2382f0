import { clockPairAt, instantOn } from "./clock.ts";
import { dayListAt } from "./day-lists.ts";
import { dayPartAt } from "./day-parts.ts";
import type { TimeMatch } from "./days.ts";
import { daysFromAt } from "./from-day.ts";
import { hoursOfPartAt } from "./part-hours.ts";
import { periodAt } from "./periods.ts";
import { agoAt } from "./points.ts";
import { fromTo, monthEnd, restOf, since, until } from "./ranges.ts";
import { hoursAt, weekdaysAt } from "./recurring.ts";
import { relative } from "./relative.ts";
import { rolling } from "./rolling.ts";
import type { TimeContext } from "./span.ts";

type Rule = (words: readonly string[], at: number, time: TimeContext) => TimeMatch | null;

/** "between 2 and 4 am on Monday": of one day, which is today where none is named. */
const clockRange: Rule = (words, at, time) => {
  const isBetween = words[at] === "between";
  if (!isBetween && words[at] !== "from") return null;
  const pair = clockPairAt(words, at + 1, isBetween ? ["and"] : ["to", "until", "till"]);
  if (!pair) return null;
  let next = at + 1 + pair.length;
  if (words[next] === "on") next++;
  const on = periodAt(words, next, time);
  const base = on?.span.unit === "day" ? on : null;
  if (!base && pair.from.minute === 0 && pair.to.minute === 0) return null; // every day's hours
  const of = base?.span.from ?? time.today;
  const [from, to] = [instantOn(of, pair.from, time), instantOn(of, pair.to, time)];
  if (from.instant >= to.instant) return null;
  const label = `${from.label} to ${to.label}`;
  const length = base ? next - at + base.length : 1 + pair.length;
  return { span: { k: "instants", from: from.instant, to: to.instant, label }, length };
};

const RULES: readonly Rule[] = [
  fromTo,
  since,
  monthEnd,
  restOf,
  until,
  rolling,
  relative,
  clockRange,
  hoursOfPartAt,
  weekdaysAt,
  hoursAt,
  dayPartAt,
  agoAt,
  dayListAt,
  daysFromAt,
];

/** Every stretch of time that begins at `words[at]`, the longest first. */
export function timesAt(words: readonly string[], at: number, time: TimeContext): TimeMatch[] {
  const found = RULES.flatMap((rule) => rule(words, at, time) ?? []);
  const period = periodAt(words, at, time);
  if (period) found.push(period);
  return found.map((match) => withTail(words, at, match, time)).sort((a, b) => b.length - a.length);
}

const TAILS = ["so far", "to date", "up to now", "until now"];

/** "October so far" is October; "1 October to date" goes on until today. */
function withTail(
  words: readonly string[],
  at: number,
  match: TimeMatch,
  { today }: TimeContext,
): TimeMatch {
  const next = at + match.length;
  const tail = TAILS.find(
    (one) => words.slice(next, next + one.split(" ").length).join(" ") === one,
  );
  const { span } = match;
  if (!tail || span.k !== "days") return match;
  const length = match.length + tail.split(" ").length;
  const isOver = span.to !== undefined && span.to <= today;
  if (!isOver) return { span, length };
  if (tail === "so far" || !span.from) return match;
  const { from, label } = span;
  return { span: { k: "days", from, unit: "span", label: `since ${label}` }, length };
}
