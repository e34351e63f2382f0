import type { Anomaly } from "../anomalies/types.ts";
import { dayNumber } from "../calendar.ts";
import type { CohortMember } from "./types.ts";

/** The newest days of all members in one place, about 9 bytes a day and member. */
export interface Board {
  readonly firstDay: number;
  readonly days: number;
  readonly members: readonly Placed[];
  readonly groups: ReadonlyMap<string, readonly number[]>;
}

export interface Placed {
  readonly id: string;
  readonly anomalies: readonly Anomaly[];
  /** Clipped deviations in steps of 1/25; UNKNOWN where there is none. */
  readonly deviations: Int8Array;
  readonly observed: Float32Array;
  readonly expected: Float32Array;
}

const UNKNOWN = -128;
const STEPS = 25;
const MOST = 4;

export function deviationAt({ deviations }: Placed, day: number): number {
  const step = deviations[day] ?? UNKNOWN;
  return step === UNKNOWN ? Number.NaN : step / STEPS;
}

/** Days are aligned at `lastDay`, the newest of all. */
export function boardOf(members: Iterable<CohortMember>, lastDay: number, days: number): Board {
  const placed: Placed[] = [];
  const groups = new Map<string, number[]>();
  const firstDay = lastDay - days + 1;
  for (const member of members) {
    for (const group of new Set(member.groups)) {
      const list = groups.get(group) ?? [];
      list.push(placed.length);
      groups.set(group, list);
    }
    placed.push(place(member, firstDay, days));
  }
  return { firstDay, days, members: placed, groups };
}

function place(
  { id, anomalies, days: judged }: CohortMember,
  firstDay: number,
  days: number,
): Placed {
  const offset = firstDay - dayNumber(judged.firstDay);
  const deviations = new Int8Array(days).fill(UNKNOWN);
  const observed = new Float32Array(days);
  const expected = new Float32Array(days);
  for (let day = 0; day < days; day++) {
    const deviation = judged.deviations[day + offset] ?? Number.NaN;
    const volume = judged.observed[day + offset] ?? Number.NaN;
    if (Number.isNaN(deviation) || Number.isNaN(volume)) continue;
    deviations[day] = Math.round(Math.max(-MOST, Math.min(MOST, deviation)) * STEPS);
    observed[day] = volume;
    expected[day] = judged.expected[day + offset] ?? 0;
  }
  return { id, anomalies, deviations, observed, expected };
}
