import { HORIZON_DAYS } from "./sizes.ts";

/** What share of the days stays below `lower95`, `lower80`, the middle, `upper80` and `upper95`. */
export const SHARES = [0.025, 0.1, 0.5, 0.9, 0.975] as const;

/** Of a day or a total: what it is within with a chance of 80 and of 95 %. */
export interface Bounds {
  readonly lower80: number;
  readonly upper80: number;
  readonly lower95: number;
  readonly upper95: number;
}

/** What the kernels fill in; written over by the next series. */
export interface Outlook {
  /** The middle of what a day may bring, which is where absolute errors are least. */
  readonly predicted: Float64Array;
  /** Expected volume; these add up to `total.mean`. */
  readonly mean: Float64Array;
  readonly lower80: Float64Array;
  readonly upper80: Float64Array;
  readonly lower95: Float64Array;
  readonly upper95: Float64Array;
  /** The standard deviation of the total of the first days, a day each. */
  readonly totalDeviation: Float64Array;
  /** The chance that the first days bring nothing at all, a day each. */
  readonly zeroChance: Float64Array;
  /** Totals are skewed like a gamma variable, or, with heavy tails, like a lognormal one. */
  isHeavyTailed: boolean;
}

export const createOutlook = (): Outlook => ({
  predicted: new Float64Array(HORIZON_DAYS),
  mean: new Float64Array(HORIZON_DAYS),
  lower80: new Float64Array(HORIZON_DAYS),
  upper80: new Float64Array(HORIZON_DAYS),
  lower95: new Float64Array(HORIZON_DAYS),
  upper95: new Float64Array(HORIZON_DAYS),
  totalDeviation: new Float64Array(HORIZON_DAYS),
  zeroChance: new Float64Array(HORIZON_DAYS),
  isHeavyTailed: false,
});
