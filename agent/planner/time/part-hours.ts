import { clockAt } from "./clock.ts";
import { instantOfHour, partOfDayAt } from "./day-parts.ts";
import type { TimeMatch } from "./days.ts";
import type { TimeContext } from "./span.ts";

const JOINTS = ["and", "to", "until", "till", "til", "-"];

/** "between midnight and 6 this morning", "from 2 to 4 last night": hours within a part of a day. */
export function hoursOfPartAt(
  words: readonly string[],
  at: number,
  time: TimeContext,
): TimeMatch | null {
  if (words[at] !== "between" && words[at] !== "from") return null;
  const first = hourAt(words, at + 1);
  const joint = at + 1 + (first?.length ?? 0);
  if (!first || !JOINTS.includes(words[joint] ?? "")) return null;
  const second = hourAt(words, joint + 1);
  const next = joint + 1 + (second?.length ?? 0);
  const part = second ? partOfDayAt(words, next, time) : null;
  if (!second || !part) return null;
  const [from, to] = [within(first, part.hours), within(second, part.hours)];
  if (from === null || to === null || from >= to) return null;
  const said = words.slice(at, next + part.length).join(" ");
  return {
    span: {
      k: "instants",
      from: instantOfHour(part.day, from, time),
      to: instantOfHour(part.day, to, time),
      label: said,
    },
    length: next - at + part.length,
  };
}

interface Hour {
  readonly hour: number;
  /** "6", where "18:00" and "6 pm" say it whole. */
  readonly isBare: boolean;
  readonly length: number;
}

function hourAt(words: readonly string[], at: number): Hour | null {
  const clock = clockAt(words, at);
  if (clock) return clock.minute === 0 ? { ...clock, isBare: false } : null;
  const word = words[at] ?? "";
  const hour = /^\d{1,2}$/.test(word) ? Number(word) : SPELT.indexOf(word);
  return hour >= 1 && hour <= 12 ? { hour, isBare: true, length: 1 } : null;
}

const SPELT = " one two three four five six seven eight nine ten eleven twelve".split(" ");

/** The hour as one of the part's: 2 of a night is 26, 6 of an evening is 18. */
function within(said: Hour, [from, to]: readonly [number, number]): number | null {
  const hours = said.isBare ? [said.hour % 12, (said.hour % 12) + 12] : [said.hour];
  const found = hours
    .flatMap((hour) => [hour, hour + 24])
    .filter((hour) => hour >= from && hour <= to);
  return found[0] ?? null;
}
