import { addDays, startOfDay } from "./calendar.ts";
import { namedDay } from "./dates.ts";
import type { TimeMatch } from "./days.ts";
import type { TimeContext } from "./span.ts";
import { DAY_PARTS } from "./words.ts";

const THIS = new Set(["this", "current", "the"]);

/** "yesterday morning", "this afternoon", "last night": instants within a day. */
export function dayPartAt(
  words: readonly string[],
  at: number,
  time: TimeContext,
): TimeMatch | null {
  const nights = words.slice(at, at + 2).join(" ");
  if (nights === "last night")
    return instants(addDays(time.today, -1), 18, time.today, 6, "last night (18:00 to 06:00)", 2);
  const isThis = THIS.has(words[at] ?? "") && words[at] !== "the";
  const base = isThis ? null : namedDay(words, at, time);
  if (!isThis && !base) return null;
  const length = base?.length ?? 1;
  const part = DAY_PARTS[words[at + length] ?? ""];
  if (!part) return null;
  const from = base?.span.from ?? time.today;
  const said = words.slice(at, at + length + 1).join(" ");
  return instants(
    from,
    part[0],
    from,
    part[1],
    `${said} (${part[0]}:00 to ${part[1]}:00)`,
    length + 1,
  );

  function instants(
    fromDay: string,
    fromHour: number,
    toDay: string,
    toHour: number,
    label: string,
    count: number,
  ): TimeMatch {
    return {
      span: {
        k: "instants",
        from: startOfDay(fromDay, time.zone, fromHour).toISOString(),
        to: startOfDay(toDay, time.zone, toHour).toISOString(),
        label,
      },
      length: count,
    };
  }
}
