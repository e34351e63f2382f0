import { startOfDay } from "./calendar.ts";
import type { TimeContext } from "./span.ts";
import { spoken } from "./spoken.ts";

export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly length: number;
}

export function instantOn(
  base: string,
  clock: { hour: number; minute: number },
  time: TimeContext,
) {
  const instant = startOfDay(base, time.zone, clock.hour, clock.minute).toISOString();
  const hhmm = `${String(clock.hour).padStart(2, "0")}:${String(clock.minute).padStart(2, "0")}`;
  return { instant, onDay: base, label: `${hhmm} on ${spoken(base)}` };
}

/** "6 in the morning". */
const IN_THE: Readonly<Record<string, "am" | "pm">> = {
  "in the morning": "am",
  "in the afternoon": "pm",
  "in the evening": "pm",
};

export function clockAt(words: readonly string[], at: number): Clock | null {
  const word = words[at] ?? "";
  const exact = /^(\d{1,2}):(\d{2})/.exec(word);
  if (exact) {
    const half = words[at + 1];
    const hour = toHour(Number(exact[1]), half);
    return hour < 24
      ? { hour, minute: Number(exact[2]), length: half === "am" || half === "pm" ? 2 : 1 }
      : null;
  }
  if (word === "midnight") return { hour: 0, minute: 0, length: 1 };
  if (word === "noon" || word === "midday") return { hour: 12, minute: 0, length: 1 };
  const spoken = /^\d{1,2}$/.test(word) ? IN_THE[words.slice(at + 1, at + 4).join(" ")] : undefined;
  if (spoken) {
    const hour = toHour(Number(word), spoken);
    return hour < 24 ? { hour, minute: 0, length: 4 } : null;
  }
  const half = words[at + 1] ?? "";
  if (!/^\d{1,2}$/.test(word) || !["am", "pm", "oclock", "o'clock"].includes(half)) return null;
  const hour = toHour(Number(word), half);
  return hour < 24 ? { hour, minute: 0, length: 2 } : null;
}

/** "2 and 4 am": the first hour takes its half of the day from the second. */
export function clockPairAt(
  words: readonly string[],
  at: number,
  joints: readonly string[],
): { from: Clock; to: Clock; length: number } | null {
  const own = clockAt(words, at);
  const bare = /^\d{1,2}$/.test(words[at] ?? "") ? Number(words[at]) : null;
  const next = at + (own?.length ?? 1);
  if ((!own && bare === null) || !joints.includes(words[next] ?? "")) return null;
  const to = clockAt(words, next + 1);
  if (!to) return null;
  const half = words[next + to.length];
  const from = own ?? { hour: toHour(bare ?? 0, half), minute: 0, length: 1 };
  return from.hour < 24 ? { from, to, length: next + 1 - at + to.length } : null;
}

function toHour(hour: number, half: string | undefined): number {
  if (half === "pm" && hour < 12) return hour + 12;
  return half === "am" && hour === 12 ? 0 : hour;
}
