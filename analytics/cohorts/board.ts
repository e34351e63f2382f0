import type { JudgedDays } from "../anomalies/types.ts";
import { dayNumber } from "../calendar.ts";

/** How far members were off on each of the newest days: a byte a day, one member after the other. */
export interface Board {
  readonly firstDay: number;
  readonly days: number;
  /** Clipped deviations in steps of 1/25; UNKNOWN where there is none. */
  readonly deviations: Int8Array;
  /** Places of members. */
  readonly groups: ReadonlyMap<string, ArrayLike<number>>;
}

/** What members used on the days of a board, and what was expected of them, in the same order. */
export interface BoardRows {
  readonly deviations: Int8Array;
  readonly observed: Float32Array;
  readonly expected: Float32Array;
}

const UNKNOWN = -128;
const STEPS = 25;
const MOST = 4;

export function deviationAt({ deviations, days }: Board, place: number, day: number): number {
  const step = deviations[place * days + day] ?? UNKNOWN;
  return step === UNKNOWN ? Number.NaN : step / STEPS;
}

export const boardRows = (members: number, days: number): BoardRows => ({
  deviations: new Int8Array(members * days).fill(UNKNOWN),
  observed: new Float32Array(members * days),
  expected: new Float32Array(members * days),
});

/** Writes a member's days, of which the board's first is `firstDay`, at its place. */
export function writeRow(
  { deviations, observed, expected }: BoardRows,
  place: number,
  judged: JudgedDays,
  firstDay: number,
  days: number,
): void {
  const offset = firstDay - dayNumber(judged.firstDay);
  for (let day = 0; day < days; day++) {
    const deviation = judged.deviations[day + offset] ?? Number.NaN;
    const volume = judged.observed[day + offset] ?? Number.NaN;
    if (Number.isNaN(deviation) || Number.isNaN(volume)) continue;
    const at = place * days + day;
    deviations[at] = Math.round(Math.max(-MOST, Math.min(MOST, deviation)) * STEPS);
    observed[at] = volume;
    expected[at] = judged.expected[day + offset] ?? 0;
  }
}
