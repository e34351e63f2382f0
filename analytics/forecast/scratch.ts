import { ARM_COUNT, SPANS } from "./regular/arms.ts";
import { HISTORY_DAYS, HORIZON_DAYS } from "./sizes.ts";

/** Memory of one worker, reserved once, so that a million series allocate nothing. */
export interface Scratch {
  readonly history: Float64Array;
  /** Usage without its weekly profile and its outliers. */
  readonly level: Float64Array;
  /** Usage without its weekly profile. */
  readonly plain: Float64Array;
  /** 1 where a day counts, 0 where its weekday is off. */
  readonly counts: Float64Array;
  readonly ratios: Float64Array;
  readonly sorted: Float64Array;
  readonly prefix: Float64Array;
  readonly profile: Float64Array;
  readonly bases: Float64Array;
  readonly slopes: Float64Array;
  readonly losses: Float64Array;
  readonly weights: Float64Array;
  readonly errors: Float64Array;
  readonly ahead: Float64Array;
}

export function createScratch(): Scratch {
  const days = HISTORY_DAYS;
  return {
    history: new Float64Array(days),
    level: new Float64Array(days),
    plain: new Float64Array(days),
    counts: new Float64Array(days),
    ratios: new Float64Array(days),
    sorted: new Float64Array(days),
    prefix: new Float64Array(days + 1),
    profile: new Float64Array(7),
    bases: new Float64Array(ARM_COUNT * days),
    slopes: new Float64Array(ARM_COUNT * days),
    losses: new Float64Array(ARM_COUNT * SPANS),
    weights: new Float64Array(ARM_COUNT * SPANS),
    errors: new Float64Array(4 * days),
    ahead: new Float64Array(HORIZON_DAYS),
  };
}
