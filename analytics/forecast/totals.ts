import { normalCdf, normalQuantile } from "./normal.ts";

/** A total: with `zeroChance` nothing, else a gamma variable, or a lognormal one where tails are heavy. */
export interface Total {
  readonly mean: number;
  readonly deviation: number;
  readonly zeroChance: number;
  readonly isHeavyTailed: boolean;
}

/** The volume that the total stays below with the chance of the standard normal `z`. */
export function totalQuantile(total: Total, z: number): number {
  if (total.zeroChance <= 0)
    return quantileWhereUsed(total.mean, total.deviation, z, total.isHeavyTailed);
  const share = (normalCdf(z) - total.zeroChance) / (1 - total.zeroChance);
  if (!(share > 0)) return 0;
  const { mean, deviation } = whereUsed(total);
  return quantileWhereUsed(mean, deviation, normalQuantile(share), total.isHeavyTailed);
}

/** The normal score of a volume: how far out in the distribution of the total it is. */
export function totalScore(total: Total, volume: number): number {
  if (!(total.mean > 0)) return volume > 0 ? 6 : 0;
  if (volume <= 0) return total.zeroChance > 0 ? normalQuantile(total.zeroChance) : -6;
  const { mean, deviation } = whereUsed(total);
  const z = scoreWhereUsed(mean, deviation, volume, total.isHeavyTailed);
  if (total.zeroChance <= 0) return z;
  return normalQuantile(total.zeroChance + (1 - total.zeroChance) * normalCdf(z));
}

/** The chance that the total is at most `volume`. */
export function chanceWithin(total: Total, volume: number): number {
  if (!(total.mean > 0)) return 1;
  if (volume <= 0) return total.zeroChance;
  const { mean, deviation } = whereUsed(total);
  const chance = normalCdf(scoreWhereUsed(mean, deviation, volume, total.isHeavyTailed));
  return total.zeroChance + (1 - total.zeroChance) * chance;
}

function whereUsed({ mean, deviation, zeroChance }: Total): { mean: number; deviation: number } {
  if (zeroChance <= 0) return { mean, deviation };
  const kept = 1 - Math.min(0.99, zeroChance);
  const used = mean / kept;
  const variance = (deviation ** 2 + mean ** 2) / kept - used ** 2;
  return { mean: used, deviation: Math.sqrt(Math.max(variance, (0.05 * used) ** 2)) };
}

/** The gamma's by the cube root of Wilson and Hilferty. */
function quantileWhereUsed(
  mean: number,
  deviation: number,
  z: number,
  isHeavyTailed: boolean,
): number {
  if (!(mean > 0)) return 0;
  if (!(deviation > 0)) return mean;
  if (isHeavyTailed) {
    const variance = Math.log(1 + (deviation / mean) ** 2);
    return mean * Math.exp(z * Math.sqrt(variance) - variance / 2);
  }
  const shape = (mean / deviation) ** 2;
  const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  return root > 0 ? mean * root ** 3 : 0;
}

function scoreWhereUsed(
  mean: number,
  deviation: number,
  volume: number,
  isHeavyTailed: boolean,
): number {
  if (!(deviation > 0)) return volume > mean ? 6 : volume < mean ? -6 : 0;
  if (isHeavyTailed) {
    const variance = Math.log(1 + (deviation / mean) ** 2);
    return (Math.log(volume / mean) + variance / 2) / Math.sqrt(variance);
  }
  const shape = (mean / deviation) ** 2;
  return (Math.cbrt(volume / mean) - 1 + 1 / (9 * shape)) * 3 * Math.sqrt(shape);
}
