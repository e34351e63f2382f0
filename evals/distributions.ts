import { normal, type Random } from "#db/fleet/random.ts";

/** Gamma with shape and mean 1 (Marsaglia and Tsang 2000). */
export function gamma(random: Random, shape: number): number {
  const d = shape + (shape < 1 ? 1 : 0) - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v <= 0 || Math.log(1 - random()) > x ** 2 / 2 + d - d * v + d * Math.log(v)) continue;
    return (d * v * (shape < 1 ? random() ** (1 / shape) : 1)) / shape;
  }
}

/** Heavy tail: at least 1, infinite variance below an index of 2. */
export function pareto(random: Random, index: number): number {
  return (1 - random()) ** (-1 / index);
}

export function poisson(random: Random, mean: number): number {
  if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  let count = 0;
  for (let product = random(); product > Math.exp(-mean); product *= random()) count++;
  return count;
}
