import { at } from "../floats.ts";
import type { Scratch } from "../scratch.ts";

const LEAST_DAYS = 10;
/** On either side of a step; fewer than `LEAST_DAYS`. */
const NEAR_DAYS = 7;
/** A step this many times as large as chance, in squared spreads, is one. */
const STEP_GAIN = 40;

/**
 * The day from which the present level holds: after the last abrupt step, or 0. A slope is no step: it must
 * explain clearly less than the step does.
 */
export function lastShift(scratch: Scratch, days: number, spread: number): number {
  const { level, prefix } = scratch;
  prefix[0] = 0;
  for (let i = 0; i < days; i++) prefix[i + 1] = at(prefix, i) + at(level, i);
  let from = 0;
  for (let round = 0; round < 4; round++) {
    const step = stepAfter(scratch, from, days, spread);
    if (step === 0) break;
    from = step;
  }
  return from;
}

function stepAfter({ level, prefix }: Scratch, from: number, days: number, spread: number): number {
  const count = days - from;
  if (count < 2 * LEAST_DAYS || spread <= 0) return 0;
  const whole = at(prefix, days) - at(prefix, from);
  let best = 0;
  let bestAt = 0;
  for (let i = from + LEAST_DAYS; i <= days - LEAST_DAYS; i++) {
    const left = i - from;
    const before = (at(prefix, i) - at(prefix, from)) / left;
    const after = (at(prefix, days) - at(prefix, i)) / (days - i);
    const gain = ((left * (days - i)) / count) * (after - before) ** 2;
    if (gain > best) {
      best = gain;
      bestAt = i;
    }
  }
  if (best < STEP_GAIN * spread ** 2) return 0;
  const middle = (count - 1) / 2;
  let product = 0;
  for (let i = from; i < days; i++) product += (i - from - middle) * at(level, i);
  const slopeGain = product ** 2 / ((count * (count ** 2 - 1)) / 12);
  const before = (at(prefix, bestAt) - at(prefix, from)) / (bestAt - from);
  const after = (whole - (at(prefix, bestAt) - at(prefix, from))) / (days - bestAt);
  const step = Math.abs(after - before);
  const isLarge = step > 0.15 * Math.max(after, before);
  // What drifts crosses its mean slowly; a step is made within days.
  const nearBefore = (at(prefix, bestAt) - at(prefix, bestAt - NEAR_DAYS)) / NEAR_DAYS;
  const nearAfter = (at(prefix, bestAt + NEAR_DAYS) - at(prefix, bestAt)) / NEAR_DAYS;
  const isAbrupt = Math.abs(nearAfter - nearBefore) > 0.7 * step;
  return isLarge && isAbrupt && best > 1.15 * slopeGain ? bestAt : 0;
}
