import { table } from "../text/table.ts";
import { type Clock, clockPairAt } from "./clock.ts";
import type { TimeMatch } from "./days.ts";
import { WEEKDAYS } from "./words.ts";

const NAMES = table<readonly number[]>({
  weekends: [6, 7],
  weekdays: [1, 2, 3, 4, 5],
  workdays: [1, 2, 3, 4, 5],
});
const PAIRS = table<readonly number[]>({
  "weekend days": [6, 7],
  "working days": [1, 2, 3, 4, 5],
  "business days": [1, 2, 3, 4, 5],
  "work days": [1, 2, 3, 4, 5],
});
/** "Per weekend day": each of those days. */
const EACH_OF = table<readonly number[]>({
  "weekend day": [6, 7],
  "working day": [1, 2, 3, 4, 5],
  "business day": [1, 2, 3, 4, 5],
  "work day": [1, 2, 3, 4, 5],
});

/** "On an average Sunday", "on a Sunday": any of them, and not the last one. */
const ANY_DAY = new Set(["a", "any", "average", "mean", "normal", "regular", "typical", "usual"]);

const JOINTS = new Set(["and", "or", "&", "/"]);
const ONE_KIND = table<readonly number[]>({ weekend: [6, 7], weekday: [1, 2, 3, 4, 5] });
const ONE_OF_THEM =
  /^(?:this|last|next|past|previous|coming|following|upcoming|current|which|what|of)$/;

/** "Weekday vs weekend usage", "on a weekend": of every week, and not the last one. */
export function everyKindOfDay(words: readonly string[], at: number): readonly number[] | null {
  const kind = ONE_KIND[words[at] ?? ""];
  const before = words[at - 1] ?? "";
  if (!kind || ONE_OF_THEM.test(before)) return null;
  const areBoth =
    words.some((word) => /^(?:weekdays?|workdays?)$/.test(word)) &&
    words.some((word) => /^weekends?$/.test(word));
  return areBoth || before === "a" || before === "any" ? kind : null;
}

/** "on weekends", "every Monday", "Saturdays and Sundays": days of every week. */
export function weekdaysAt(words: readonly string[], at: number): TimeMatch | null {
  const pair = PAIRS[words.slice(at, at + 2).join(" ")];
  if (pair) return made(pair, 2);
  const every = WEEKDAYS[words[at + 1] ?? ""];
  if (["every", "each"].includes(words[at] ?? "") && every) return made([every], 2);
  const one = EACH_OF[words.slice(at, at + 2).join(" ")];
  if (one) return made(one, 2);
  const any = ANY_DAY.has(words[at - 1] ?? "") ? WEEKDAYS[words[at] ?? ""] : undefined;
  if (any) {
    const other = JOINTS.has(words[at + 1] ?? "") ? WEEKDAYS[words[at + 2] ?? ""] : undefined;
    return other ? made([any, other], 3) : made([any], 1);
  }
  const kind = everyKindOfDay(words, at);
  if (kind) return made(kind, 1, `on ${words[at]}s`);
  const first = pluralDay(words, at);
  if (!first) return null;
  const joint = words[at + 1] ?? "";
  const second = JOINTS.has(joint) ? pluralDay(words, at + 2) : null;
  const areOpposite = first.length + (second?.length ?? 0) === 7; // weekdays and weekends: each by itself
  return second && !areOpposite ? made([...first, ...second], 3) : made(first, 1);

  function made(
    values: readonly number[],
    length: number,
    label = `on ${words.slice(at, at + length).join(" ")}`,
  ): TimeMatch {
    return { span: { k: "recurring", grain: "weekday", values, label }, length };
  }
}

function pluralDay(words: readonly string[], at: number): readonly number[] | null {
  const word = words[at] ?? "";
  const day = word.endsWith("s") ? WEEKDAYS[word.slice(0, -1)] : undefined;
  return NAMES[word] ?? (day && word.length > 5 ? [day] : null);
}

/** "between 2 and 4 am", "from 22:00 to 05:00": hours of every day. */
export function hoursAt(words: readonly string[], at: number): TimeMatch | null {
  const lead = words[at] ?? "";
  if (lead !== "between" && lead !== "from") return null;
  const joints = lead === "between" ? ["and", "to"] : ["to", "until", "till"];
  const pair = clockPairAt(words, at + 1, joints);
  if (!pair || pair.from.minute > 0 || pair.to.minute > 0) return null;
  const values = hoursBetween(pair.from, pair.to);
  if (values.length === 0) return null;
  const label = `between ${pair.from.hour}:00 and ${pair.to.hour}:00`;
  return { span: { k: "recurring", grain: "hour_of_day", values, label }, length: 1 + pair.length };
}

/** Across midnight where the second hour is the earlier one. */
function hoursBetween(from: Clock, to: Clock): number[] {
  const count = (to.hour - from.hour + 24) % 24;
  return Array.from({ length: count }, (_, n) => (from.hour + n) % 24);
}
