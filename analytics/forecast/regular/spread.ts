import { at, quantileOf, sortRange } from "../floats.ts";
import { SHARES } from "../outlook.ts";
import type { Scratch } from "../scratch.ts";
import { HISTORY_DAYS } from "../sizes.ts";
import { ARM_COUNT, ARMS, reachOf } from "./arms.ts";
import { weightAt } from "./combine.ts";

/** How far days were from what had been said, relative to it: quantiles at three distances. */
export const DISTANCES = [2, 10, 24] as const;
const LEADS_OF = [
  [1, 2, 4],
  [7, 10, 14],
  [21, 28],
] as const;
export const BLOCKS = [7, 14, 28] as const;

export interface Spread {
  /** By distance and share. */
  readonly quantiles: Float64Array;
  /** Mean of the nearest errors: what outliers add to the expected volume. */
  lift: number;
  /** Standard deviation of the total of a block, relative to it. */
  readonly blocks: Float64Array;
}

export const createSpread = (): Spread => ({
  quantiles: new Float64Array(DISTANCES.length * SHARES.length),
  lift: 0,
  blocks: new Float64Array(BLOCKS.length),
});

export function measureSpread(scratch: Scratch, spread: Spread, from: number, days: number): void {
  let usual = 0;
  for (let i = from; i < days; i++) usual += at(scratch.level, i);
  const floor = Math.max(1e-9, (0.1 * usual) / Math.max(1, days - from));
  for (let distance = 0; distance < DISTANCES.length; distance++) {
    const leads = LEADS_OF[distance] ?? LEADS_OF[0];
    let count = 0;
    let sum = 0;
    for (const lead of leads) {
      said(scratch, from, days, lead, lead);
      for (let i = days - 1 - lead; i >= from; i -= lead >= 7 ? 2 : 1) {
        if (at(scratch.counts, i + lead) === 0) continue;
        const expected = at(scratch.prefix, i);
        const error = (at(scratch.plain, i + lead) - expected) / Math.max(floor, expected);
        scratch.errors[count++] = error;
        sum += Math.min(5, error);
      }
    }
    const row = distance * SHARES.length;
    if (count < 20) {
      for (let k = 0; k < SHARES.length; k++) {
        spread.quantiles[row + k] =
          distance === 0
            ? (NORMAL[k] ?? 0) * 0.5
            : 1.1 * at(spread.quantiles, row - SHARES.length + k);
      }
      if (distance === 0) spread.lift = 0;
      continue;
    }
    if (distance === 0) spread.lift = sum / count;
    sortRange(scratch.errors, 0, count);
    for (let k = 0; k < SHARES.length; k++) {
      spread.quantiles[row + k] = quantileOf(scratch.errors, 0, count, SHARES[k] ?? 0.5);
    }
  }
  measureBlocks(scratch, spread, from, days, floor);
  widen(spread, days - from);
}

/** Fitted to its days, the blend errs more on others, the more so the fewer they were. */
const FITTED_DAYS = 9;
/** Far ahead, days that drift together are few independent cases. */
const FEW = 5;
const FEW_BLOCKS = 2;

/** Few blocks can miss wildly; a regular device's month is not that unsure. */
const MOST_UNSURE = 0.8;

function widen({ quantiles, blocks }: Spread, origins: number): void {
  const near = widthAt(quantiles, 0);
  const fitted = 1 + FITTED_DAYS / Math.max(FITTED_DAYS, origins);
  for (let distance = 0; distance < DISTANCES.length; distance++) {
    const row = distance * SHARES.length;
    const width = widthAt(quantiles, distance);
    const drift = width > near ? 1 - (near / width) ** 2 : 0;
    const cases = Math.max(1.5, origins / (DISTANCES[distance] ?? 2));
    const factor = fitted * (1 + (FEW * drift) / cases);
    for (let k = 0; k < SHARES.length; k++) quantiles[row + k] = at(quantiles, row + k) * factor;
  }
  for (let index = 0; index < BLOCKS.length; index++) {
    const cases = Math.max(1.5, origins / (BLOCKS[index] ?? 7));
    const widened = at(blocks, index) * fitted * (1 + FEW_BLOCKS / cases);
    blocks[index] = Math.min(MOST_UNSURE, widened);
  }
}

const widthAt = (quantiles: Float64Array, distance: number): number =>
  at(quantiles, distance * SHARES.length + 3) - at(quantiles, distance * SHARES.length + 1);

const NORMAL = [-1.96, -1.28, 0, 1.28, 1.96];

/** What the blend said after each day for the sum of the leads, into `scratch.prefix`. */
function said(scratch: Scratch, from: number, days: number, first: number, last: number): void {
  const { prefix, bases, slopes, weights } = scratch;
  prefix.fill(0, from, days);
  for (let arm = 0; arm < ARM_COUNT; arm++) {
    const spec = ARMS[arm];
    if (!spec) continue;
    let byBase = 0;
    let bySlope = 0;
    for (let lead = first; lead <= last; lead++) {
      const weight = weightAt(weights, arm, lead);
      byBase += weight;
      if (spec.kind !== "level" && weight > 0) bySlope += weight * reachOf(spec, lead);
    }
    if (byBase === 0) continue;
    const row = arm * HISTORY_DAYS;
    for (let i = from; i + first < days; i++) {
      prefix[i] = at(prefix, i) + byBase * at(bases, row + i) + bySlope * at(slopes, row + i);
    }
  }
}

function measureBlocks(
  scratch: Scratch,
  spread: Spread,
  from: number,
  days: number,
  floor: number,
): void {
  const { plain, prefix } = scratch;
  const { blocks } = spread;
  for (let index = 0; index < BLOCKS.length; index++) {
    const length = BLOCKS[index] ?? 7;
    const origins = days - from - length;
    if (origins < length) {
      blocks[index] = index === 0 ? 0.5 : at(blocks, index - 1);
      continue;
    }
    said(scratch, from, days, 1, length);
    let sum = 0;
    for (let i = from + 1; i <= from + length; i++) sum += at(plain, i);
    let squares = 0;
    for (let i = from; i + length < days; i++) {
      const expected = Math.max(floor * length, at(prefix, i));
      const error = Math.max(-1, Math.min(2, (sum - expected) / expected));
      squares += error * error;
      if (i + length + 1 < days) sum += at(plain, i + length + 1) - at(plain, i + 1);
    }
    blocks[index] = Math.sqrt(squares / origins);
  }
}
