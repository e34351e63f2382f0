import { at } from "../floats.ts";
import type { Scratch } from "../scratch.ts";
import { HISTORY_DAYS } from "../sizes.ts";
import { ARM_COUNT, ARMS, LEADS, reachOf, SPANS, spanOf } from "./arms.ts";

/** By span: how sharply better arms are preferred for what they said near, in the second week, and later. */
const SHARPNESS = [20, 4, 2, 16, 6, 2, 12, 6, 4] as const;
/** Arms that seldom help count less until they have shown that they do. */
const PRIOR = [0.7, 1, 1.3, 1.3, 1, 1, 1, 1, 0.5, 0.3, 1.5, 0.5, 0.4, 0.4, 0.6] as const;
/** After how many days an old error counts half. */
const HALF_LIFE_DAYS = 200;

const REACHES = Float64Array.from({ length: ARM_COUNT * LEADS.length }, (_, slot) =>
  reachOf(armAt(slot), LEADS[slot % LEADS.length] ?? 1),
);
const RECENCY = Float64Array.from(
  { length: HISTORY_DAYS },
  (_, age) => 0.5 ** (age / HALF_LIFE_DAYS),
);

function armAt(slot: number) {
  return ARMS[Math.floor(slot / LEADS.length)] ?? ARMS[0] ?? { kind: "level" as const, pace: 0 };
}

/** The weight of each arm in each span, from what it would have said since day `from`. */
export function weighArms(scratch: Scratch, from: number, days: number): void {
  const { losses, weights } = scratch;
  losses.fill(0);
  for (let arm = 0; arm < ARM_COUNT; arm++) {
    for (let index = 0; index < LEADS.length; index++) {
      const lead = LEADS[index] ?? 1;
      const loss = meanMiss(scratch, arm, index, lead, from, days);
      const slot = arm * SPANS + spanOf(lead);
      losses[slot] = at(losses, slot) + loss;
    }
  }
  // Below this an error is none; a constant series has no other.
  const exact = 1e-6 + 1e-4 * Math.abs(at(scratch.bases, days - 1));
  for (let span = 0; span < SPANS; span++) {
    let least = Number.POSITIVE_INFINITY;
    for (let arm = 0; arm < ARM_COUNT; arm++) {
      const slot = arm * SPANS + span;
      // Where history is too short for a span, the one before judges.
      if (at(losses, slot) === 0 && span > 0) losses[slot] = at(losses, slot - 1);
      least = Math.min(least, at(losses, slot));
    }
    for (let arm = 0; arm < ARM_COUNT; arm++) {
      const slot = arm * SPANS + span;
      losses[slot] = Math.log((least + exact) / (at(losses, slot) + exact));
    }
  }
  for (let span = 0; span < SPANS; span++) shareOut(losses, weights, span);
}

/** Errors far ahead are few and hang together, so near ones have a say in every span. */
function shareOut(losses: Float64Array, weights: Float64Array, span: number): void {
  let total = 0;
  for (let arm = 0; arm < ARM_COUNT; arm++) {
    let score = 0;
    for (let other = 0; other < SPANS; other++) {
      score += (SHARPNESS[span * SPANS + other] ?? 0) * at(losses, arm * SPANS + other);
    }
    const weight = (PRIOR[arm] ?? 1) * Math.exp(score);
    weights[arm * SPANS + span] = weight < 0.01 ? 0 : weight;
    total += at(weights, arm * SPANS + span);
  }
  for (let arm = 0; arm < ARM_COUNT; arm++) {
    const slot = arm * SPANS + span;
    weights[slot] = total > 0 ? at(weights, slot) / total : 1 / ARM_COUNT;
  }
}

function meanMiss(
  { bases, slopes, level, counts }: Scratch,
  arm: number,
  index: number,
  lead: number,
  from: number,
  days: number,
): number {
  const row = arm * HISTORY_DAYS;
  const reach = at(REACHES, arm * LEADS.length + index);
  let miss = 0;
  let total = 0;
  // Errors far ahead hang together from day to day: every other one tells as much.
  const step = lead >= 7 ? 2 : 1;
  for (let i = days - 1 - lead; i >= from; i -= step) {
    const weight = at(RECENCY, days - i) * at(counts, i + lead);
    miss +=
      weight * Math.abs(at(level, i + lead) - at(bases, row + i) - reach * at(slopes, row + i));
    total += weight;
  }
  return total > 0 ? miss / total : 0;
}

/** The weight of `arm` `lead` days ahead: spans pass into each other. */
export function weightAt(weights: Float64Array, arm: number, lead: number): number {
  const slot = arm * SPANS;
  if (lead <= 3) return at(weights, slot);
  if (lead < 9) {
    const share = (lead - 3) / 6;
    return (1 - share) * at(weights, slot) + share * at(weights, slot + 1);
  }
  if (lead <= 12) return at(weights, slot + 1);
  if (lead < 20) {
    const share = (lead - 12) / 8;
    return (1 - share) * at(weights, slot + 1) + share * at(weights, slot + 2);
  }
  return at(weights, slot + 2);
}

/** The level `1 … horizon` days after day `origin`, into `scratch.ahead`. */
export function lookAhead(scratch: Scratch, origin: number, horizon: number): void {
  const { ahead, weights, bases, slopes } = scratch;
  ahead.fill(0, 0, horizon);
  for (let arm = 0; arm < ARM_COUNT; arm++) {
    const spec = ARMS[arm];
    if (!spec) continue;
    const place = arm * HISTORY_DAYS + origin;
    const base = at(bases, place);
    const slope = at(slopes, place);
    let power = 1;
    let sum = 0;
    for (let lead = 1; lead <= horizon; lead++) {
      let reach = 0;
      if (spec.kind !== "level") {
        power *= spec.damping;
        sum += power;
        reach = spec.kind === "return" ? power : sum;
      }
      const weight = weightAt(weights, arm, lead);
      if (weight > 0) ahead[lead - 1] = at(ahead, lead - 1) + weight * (base + reach * slope);
    }
  }
}
