import { at } from "../floats.ts";
import type { Scratch } from "../scratch.ts";
import { HISTORY_DAYS } from "../sizes.ts";

/** Days ahead at which the arms are judged. */
export const LEADS = [1, 2, 4, 7, 10, 14, 21, 28] as const;
/** Leads are judged together in spans: the next days, the second week, later. */
export const SPANS = 3;
export const spanOf = (lead: number): number => (lead <= 5 ? 0 : lead <= 14 ? 1 : 2);

/** A level that follows at `pace`. */
interface LevelArm {
  readonly kind: "level";
  readonly pace: number;
}
/** A level with a slope that dies away by `damping` a day. */
interface TrendArm {
  readonly kind: "trend";
  readonly pace: number;
  readonly slopePace: number;
  readonly damping: number;
}
/** The present level, which falls back to the long-run one by `damping` a day. */
interface ReturnArm {
  readonly kind: "return";
  readonly fast: number;
  readonly slow: number;
  readonly damping: number;
}
type Arm = LevelArm | TrendArm | ReturnArm;

const level = (pace: number): Arm => ({ kind: "level", pace });
const trend = (pace: number, slopePace: number, damping: number): Arm => ({
  kind: "trend",
  pace,
  slopePace,
  damping,
});
const back = (fast: number, slow: number, damping: number): Arm => ({
  kind: "return",
  fast,
  slow,
  damping,
});

export const ARMS: readonly Arm[] = [
  level(0.004),
  level(0.03),
  level(0.07),
  level(0.14),
  level(0.28),
  level(0.5),
  level(0.85),
  trend(0.1, 0.01, 0.97),
  trend(0.25, 0.03, 0.95),
  trend(0.5, 0.1, 0.9),
  trend(0.08, 0.004, 0.995),
  back(0.3, 0.015, 0.93),
  back(0.6, 0.015, 0.8),
  back(0.9, 0.03, 0.9),
  back(0.6, 0.03, 0.96),
];
export const ARM_COUNT = ARMS.length;

/** What the slope of an arm adds `lead` days ahead. */
export function reachOf(arm: Arm, lead: number): number {
  if (arm.kind === "level") return 0;
  if (arm.kind === "return") return arm.damping ** lead;
  return (arm.damping * (1 - arm.damping ** lead)) / (1 - arm.damping);
}

/**
 * Runs every arm over `scratch.level` from day `from`. The forecast of an arm made after day t for `lead` days
 * ahead is `bases[t] + reachOf(arm, lead) * slopes[t]` of its row.
 */
export function runArms(scratch: Scratch, from: number, days: number): void {
  for (let arm = 0; arm < ARM_COUNT; arm++) {
    const row = arm * HISTORY_DAYS;
    const spec = ARMS[arm] as Arm;
    if (spec.kind === "level") runLevel(scratch, row, from, days, spec.pace);
    else if (spec.kind === "trend") runTrend(scratch, row, from, days, spec);
    else runReturn(scratch, row, from, days, spec);
  }
}

function runLevel(scratch: Scratch, row: number, from: number, days: number, pace: number): void {
  const { level, counts, bases, slopes } = scratch;
  let state = at(level, from);
  let seen = 0;
  for (let i = from; i < days; i++) {
    if (at(counts, i) > 0) {
      seen++;
      state += Math.max(pace, 1 / seen) * (at(level, i) - state);
    }
    bases[row + i] = state;
    slopes[row + i] = 0;
  }
}

function runTrend(scratch: Scratch, row: number, from: number, days: number, arm: TrendArm): void {
  const { level, counts, bases, slopes } = scratch;
  let state = at(level, from);
  let slope = 0;
  let seen = 0;
  for (let i = from; i < days; i++) {
    if (at(counts, i) > 0) {
      seen++;
      const expected = state + arm.damping * slope;
      const next = expected + Math.max(arm.pace, 1 / seen) * (at(level, i) - expected);
      if (seen > 7) slope = arm.damping * slope + arm.slopePace * (at(level, i) - expected);
      state = next;
    }
    bases[row + i] = state;
    slopes[row + i] = slope;
  }
}

function runReturn(
  scratch: Scratch,
  row: number,
  from: number,
  days: number,
  arm: ReturnArm,
): void {
  const { level, counts, bases, slopes } = scratch;
  let slow = at(level, from);
  let fast = slow;
  let seen = 0;
  for (let i = from; i < days; i++) {
    if (at(counts, i) > 0) {
      seen++;
      slow += Math.max(arm.slow, 1 / seen) * (at(level, i) - slow);
      fast += Math.max(arm.fast, 1 / seen) * (at(level, i) - fast);
    }
    bases[row + i] = slow;
    slopes[row + i] = fast - slow;
  }
}
